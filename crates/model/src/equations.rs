//! The equations as a graph and as text, by the symbolic trace: every slope of the whole body in terms of named states, inputs, parameters and
//! arrows.
//!
//! Two versions of the model that print the same text compute the same. Results carry a hash of it.

use crate::appraisal::expression::Expression;
use crate::body::hormones::departure;
use crate::declare::Table;
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::tables::{Arrows, Fast, Parameters, Slow, Tallies};
use crate::whole::{self, Constitution};
use consoma_number::Trace;
use consoma_number::trace::{Graph, record};

/// All equations as text.
///
/// ```
/// let text = consoma_model::equations::text();
/// assert!(text.contains("saliva_share"));
/// ```
pub fn text() -> String {
    graph().to_string()
}

/// All equations as a graph. Its outputs are the slopes of the fast states, of the integrals and of the slow states, then the algebraic
/// quantities, each in the order of their rows, then the warmth and the agitation that this person shows. A variable is called as
/// its row, with `_` for the dot, an arrow with `w_` before it.
pub fn graph() -> Graph {
    // A dot would read as a member; a variable is one word.
    let words = |id: &str| id.replace('.', "_");
    let arrow = |id: &str| format!("w_{}", words(id));
    let course = (0..departure::TERMS).map(|term| format!("usual_cortisol_{term}"));
    let rest = ["usual_crh", "usual_acth", "usual_slept", "usual_one_sleep", "other_warmth", "other_agitation"]
        .map(str::to_owned);
    let names: Vec<String> = Fast::rows()
        .chain(Slow::rows())
        .map(|row| words(row.id))
        .chain(Inputs::ROWS.iter().map(|row| words(row.id)))
        .chain(Parameters::rows().map(|row| words(row.id)))
        .chain(Arrows::rows().map(|row| arrow(row.id)))
        .chain(rest)
        .chain(course)
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    record(&names, |variables| slopes(variables).unwrap_or_default())
}

/// How a person's fast states and the integrals of the day change, as a graph to be run and not to be read. Its variables are [`Flow`]'s; its
/// outputs the slope and the rate of each fast state, one after the other, then the slope of each integral.
pub fn flow() -> Graph {
    let names = vec![""; Flow::END];
    record(&names, |variables| flows(variables).unwrap_or_default())
}

/// Where the variables of [`flow`] begin, in order. Each table stands there as it writes itself.
#[derive(Debug)]
pub struct Flow;

impl Flow {
    /// Fast states.
    pub const FAST: usize = 0;
    /// Slow states, as they are now.
    pub const SLOW: usize = Self::FAST + Fast::<()>::COUNT;
    /// Warmth and agitation of somebody else who is simulated.
    pub const OTHER: usize = Self::SLOW + Slow::<()>::COUNT;
    /// Inputs.
    pub const INPUTS: usize = Self::OTHER + 2;
    /// Who it is.
    pub const PERSON: usize = Self::INPUTS + Inputs::<()>::ROWS.len();
    /// How many there are.
    pub const END: usize = Self::PERSON + Constitution::<()>::COUNT;
}

/// `None` where there are fewer variables than names, which [`flow`] rules out.
fn flows(variables: &[Trace]) -> Option<Vec<Trace>> {
    let mut values = variables.iter().copied();
    let (fast, slow) = (Fast::read(&mut values)?, Slow::read(&mut values)?);
    let other = Expression { warmth: values.next()?, agitation: values.next()? };
    let (inputs, person) = (Inputs::read(&mut values)?, Constitution::read(&mut values)?);
    let (rates, sums) = whole::flow(&fast, &slow, &inputs, &other, &person);
    let mut all = Vec::new();
    rates.write(&mut |change: Change<Trace>| all.extend([change.slope, change.rate]));
    sums.write(&mut |change: Change<Trace>| all.push(change.slope));
    Some(all)
}

/// `None` where there are fewer variables than names, which [`graph`] rules out.
fn slopes(variables: &[Trace]) -> Option<Vec<Trace>> {
    let mut values = variables.iter().copied();
    let fast = Fast::read(&mut values)?;
    let slow = Slow::read(&mut values)?;
    let inputs = Inputs::read(&mut values)?;
    let parameters = Parameters::read(&mut values)?;
    let mut person = Constitution::unsettled(parameters, Arrows::read(&mut values)?);
    (person.usual.glands.crh, person.usual.glands.acth) = (values.next()?, values.next()?);
    (person.usual.night.slept, person.usual.one_sleep) = (values.next()?, values.next()?);
    let other = Expression { warmth: values.next()?, agitation: values.next()? };
    for coefficient in &mut person.usual.cortisol.0 {
        *coefficient = values.next()?;
    }

    let mut all = Vec::new();
    let (rates, sums): (Fast<Change<Trace>>, Tallies<Change<Trace>>) =
        whole::flow(&fast, &slow, &inputs, &other, &person);
    rates.write(&mut |change| all.push(change.slope));
    sums.write(&mut |change| all.push(change.slope));
    whole::slow_slope(&fast, &slow, &inputs, &other, &person).write(&mut |slope| all.push(slope));
    whole::readings(&fast, &slow, &inputs, &other, &person).write(&mut |value| all.push(value));
    let shown = whole::expression(&fast, &person);
    all.extend([shown.warmth, shown.agitation]);
    Some(all)
}
