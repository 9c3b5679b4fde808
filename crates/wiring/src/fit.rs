//! Least squares with a handful of terms, for what settling fits to a person's usual day.

/// A term counts where the mean square of what is its own is larger than this. Those of a day's course are of order one where they vary, and
/// the coefficient of one that hardly does is chance, which would be read as a course on the first day on which it varies.
const SEEN: f64 = 1e-3;

/// The normal equations of a weighted fit of `N` terms, the first of which is 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fit<const N: usize> {
    matrix: [[f64; N]; N],
    right: [f64; N],
}

impl<const N: usize> Default for Fit<N> {
    fn default() -> Self {
        Self { matrix: [[0.0; N]; N], right: [0.0; N] }
    }
}

impl<const N: usize> Fit<N> {
    /// Adds an observation.
    pub(crate) fn add(&mut self, terms: [f64; N], value: f64, weight: f64) {
        for (row, a) in terms.iter().enumerate() {
            for (column, b) in terms.iter().enumerate() {
                self.matrix[row][column] += weight * a * b;
            }
            self.right[row] += weight * a * value;
        }
    }

    /// The coefficients with the least squared error, by Cholesky's factor (Golub and Van Loan, Matrix Computations, 4.2). A term that
    /// hardly varied, or that others explain, has the coefficient 0.
    pub(crate) fn solve(&self) -> [f64; N] {
        let mut l = [[0.0; N]; N];
        let mut y = [0.0; N];
        for row in 0..N {
            for column in 0..=row {
                let known: f64 = (0..column).map(|k| l[row][k] * l[column][k]).sum();
                let left = self.matrix[row][column] - known;
                if column < row {
                    l[row][column] = if l[column][column] > 0.0 { left / l[column][column] } else { 0.0 };
                } else if left > SEEN * self.matrix[0][0] && left > 1e-9 * self.matrix[row][row] {
                    l[row][row] = f64::sqrt(left);
                }
            }
            let known: f64 = (0..row).map(|k| l[row][k] * y[k]).sum();
            y[row] = if l[row][row] > 0.0 { (self.right[row] - known) / l[row][row] } else { 0.0 };
        }
        let mut x = [0.0; N];
        for row in (0..N).rev() {
            let known: f64 = (row + 1..N).map(|k| l[k][row] * x[k]).sum();
            x[row] = if l[row][row] > 0.0 { (y[row] - known) / l[row][row] } else { 0.0 };
        }
        x
    }
}

#[cfg(test)]
mod tests {
    use super::Fit;

    #[test]
    fn a_line_is_found_and_an_idle_term_left_out() {
        let mut fit = Fit::<3>::default();
        for k in 0..10 {
            let x = f64::from(k);
            fit.add([1.0, x, 0.0], 2.0 - 0.5 * x, 1.0 + x);
        }
        let [a, b, idle] = fit.solve();
        assert!((a - 2.0).abs() < 1e-12 && (b + 0.5).abs() < 1e-12 && idle == 0.0, "{a} {b} {idle}");
        // What hardly varies would have a coefficient of a thousand here.
        let mut fit = Fit::<2>::default();
        (0..10).for_each(|k| fit.add([1.0, 1e-3 * f64::from(k % 2)], f64::from(k % 2), 1.0));
        let [a, hardly] = fit.solve();
        assert!((a - 0.5).abs() < 1e-12 && hardly == 0.0, "{a} {hardly}");
    }
}
