//! Numbers for tables: three digits that matter, no more.

/// A value with three significant digits, without an exponent where it is of ordinary size.
pub(crate) fn number(value: f64) -> String {
    let size = value.abs();
    if !value.is_finite() {
        return "-".into();
    }
    if size != 0.0 && !(1e-3..1e5).contains(&size) {
        return format!("{value:.1e}");
    }
    let digits = match size {
        size if size >= 99.95 => 0,
        size if size >= 9.995 => 1,
        _ => 2,
    };
    let text = format!("{value:.digits$}");
    // Rounding must not leave a minus before nothing.
    if text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.')) { text.replace('-', "") } else { text }
}

/// A change: a number that always has its sign.
pub(crate) fn change(value: f64) -> String {
    let text = number(value);
    if value > 0.0 { format!("+{text}") } else { text }
}

/// Smallest change that is told, as a share of the usual value.
const TOLD: f64 = 0.005;

/// Whether a change is too small to be told of: less than half a percent of the usual value and less than its third digit.
pub(crate) fn tiny(change: f64, usual: f64) -> bool {
    let size = usual.abs();
    let third = 10_f64.powf(size.log10().floor() - 2.0);
    change.abs() < TOLD * size && change.abs() < third
}

#[cfg(test)]
mod tests {
    use super::{change, number, tiny};

    #[test]
    fn three_digits() {
        let shown = [0.0, 0.123, 1.005, 9.999, 12.34, 123.4, -0.0001, 250_000.0].map(number);
        assert_eq!(shown, ["0.00", "0.12", "1.00", "10.0", "12.3", "123", "-1.0e-4", "2.5e5"]);
        assert_eq!([change(1.0), change(-1.0)], ["+1.00", "-1.00"]);
    }

    #[test]
    fn what_is_too_small_to_tell() {
        assert!(tiny(0.4, 251.0) && tiny(-0.009, 2.12) && tiny(1e-9, 2.12));
        assert!(!tiny(1.3, 251.0) && !tiny(0.011, 2.12) && !tiny(1e-9, 0.0), "of nothing everything is a change");
    }
}
