//! Quantities: what the body has, in the units that laboratories use; and inputs: what happens to it.

/// Something that the body has and that a run can show.
#[derive(Clone, Copy, Debug)]
pub struct Quantity {
    /// Unit as a laboratory writes it; `1` for a pure number.
    pub unit: &'static str,
    /// Lowest and highest value that is possible at all.
    pub possible: (f64, f64),
    /// Range seen in healthy adults at rest, where one is known.
    pub normal: Option<(f64, f64)>,
    /// What measures it, or that nothing does.
    pub measured_by: &'static str,
}

/// Something that a schedule does to the body, constant between two edges.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// Unit; `1` for a pure number.
    pub unit: &'static str,
    /// Lowest and highest value allowed.
    pub allowed: (f64, f64),
    /// The value when nothing happens.
    pub rest: f64,
}
