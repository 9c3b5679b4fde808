//! Numbers for tables: three digits that matter, no more.

/// A value with three significant digits, two of a small one, without an exponent where it is of ordinary size.
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
        size if size >= 0.0995 || size == 0.0 => 2,
        _ => 3,
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

#[cfg(test)]
mod tests {
    use super::{change, number};

    #[test]
    fn three_digits() {
        let shown = [0.0, 0.0123, 0.123, 1.005, 9.999, 12.34, 123.4, -0.0001, 250_000.0].map(number);
        assert_eq!(shown, ["0.00", "0.012", "0.12", "1.00", "10.0", "12.3", "123", "-1.0e-4", "2.5e5"]);
        assert_eq!([change(1.0), change(-1.0)], ["+1.00", "-1.00"]);
    }
}
