//! The circadian pacemaker: a limit cycle that light resets.
//!
//! ```text
//! a  = 0.16 (I / 9500)^0.6                        per min, activation of photoreceptors by I lux
//! n' = a (1 - n) - 0.013 n                        share of photoreceptors in use
//! B  = 19.9 a (1 - n) (1 - 0.4 x) (1 - 0.4 y)     drive by light
//! x' = (pi/720) [0.23 (x - 4 x^3 / 3) - y ((24 / (0.99669 T))^2 + 0.55 B)]
//! y' = (pi/720) (x + B)
//! f  = angle(x, y) + offset                       phase, 0 at 06:36 in a person entrained to the usual routine
//! ```
//!
//! Time in minutes. T is the period in darkness, in hours. The body reads cos f and sin f, which need no angle.
//! Source of the equations: Forger, Jewett & Kronauer 1999, J Biol Rhythms 14:532.
//! Left out: non-photic resetting by sleep and wake (St Hilaire 2007).

use crate::declare::{Evidence, Parameter, Quantity, Spread, System};
use crate::inputs::Inputs;
use crate::relax::Change;
use crate::table;
use consoma_number::Real;

table! {
    /// States.
    State of Quantity in "pacemaker" {
        /// Pacemaker, first coordinate
        x: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (-2.0, 2.0), normal: None, measured_by: "nothing: its phase shows in melatonin" },
        /// Pacemaker, second coordinate
        y: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (-2.0, 2.0), normal: None, measured_by: "nothing: its phase shows in melatonin" },
        /// Share of photoreceptors in use
        photoreceptors: Quantity { system: System::Sleep, principal: false, unit: "1", possible: (0.0, 1.0), normal: None, measured_by: "nothing: a latent state" },
    }
}

table! {
    /// Parameters.
    Parameters of Parameter in "pacemaker" {
        /// Period in darkness
        period: Parameter {
            unit: "h", min: 23.0, typical: 24.2, max: 25.5, spread: Spread::Normal(0.2),
            evidence: Evidence::Read, source: "24.2 h: Forger 1999; spread guessed",
        },
        /// Period in darkness per hour of chronotype
        chronotype: Parameter {
            unit: "h/h", min: 0.0, typical: 0.1, max: 0.5, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "evening people have longer periods; size guessed",
        },
        /// Angle from the pacemaker to the phase
        offset: Parameter {
            unit: "rad", min: -3.2, typical: 0.522, max: 3.2, spread: Spread::Normal(0.13),
            evidence: Evidence::Derived,
            source: "phase 0 at 06:36 when entrained to light 07:30-16:30 and bed 23:00-07:30; spread of half an hour is a hypothesis",
        },
        /// Amplitude of the body's daily rhythms relative to that below the age of 50
        amplitude: Parameter {
            unit: "1", min: 0.2, typical: 1.0, max: 1.5, spread: Spread::Normal(0.1),
            evidence: Evidence::Hypothesis, source: "sets the scale; spread guessed",
        },
        /// Change of that amplitude per decade above 50
        decade_amplitude: Parameter {
            unit: "1/decade", min: -0.2, typical: -0.05, max: 0.1, spread: Spread::Same,
            evidence: Evidence::Hypothesis, source: "the evening nadir of cortisol rises with age from about 50 (Van Cauter 2000); size guessed",
        },
    }
}

/// The parameters of a person with these traits.
pub fn individual<R: Real>(p: Parameters<R>, who: &crate::person::Traits<R>) -> Parameters<R> {
    Parameters {
        amplitude: (p.amplitude + p.decade_amplitude * who.decades_above_50).clamp(0.2, 1.5),
        period: p.period + p.chronotype * who.chronotype,
        ..p
    }
}

/// The phase of the body's daily rhythms.
#[derive(Clone, Copy, Debug)]
pub struct Phase<R> {
    /// Cosine of the phase, times the person's amplitude: 1 at 06:36.
    pub cos: R,
    /// Sine of the phase, times the person's amplitude: 1 six hours later.
    pub sin: R,
}

impl<R: Real> Phase<R> {
    /// The square of the amplitude.
    #[inline(always)]
    pub fn size(&self) -> R {
        self.cos.squared() + self.sin.squared()
    }
}

/// cos f and sin f by the rotation of (x, y), times the amplitude.
#[inline(always)]
pub fn phase<R: Real>(state: &State<R>, p: &Parameters<R>) -> Phase<R> {
    let (sin, cos) = (p.offset.sin(), p.offset.cos());
    let scale = p.amplitude / (state.x.squared() + state.y.squared() + 1e-12).sqrt();
    Phase { cos: (state.x * cos - state.y * sin) * scale, sin: (state.x * sin + state.y * cos) * scale }
}

/// The equations above. In bed the light is out.
#[inline(always)]
pub fn flow<R: Real>(state: &State<R>, input: &Inputs<R>, p: &Parameters<R>) -> State<Change<R>> {
    let State { x, y, photoreceptors: n } = *state;
    let light = input.light * (-input.bed + 1.0);
    // A millilux keeps the power's argument positive in darkness; it activates one part in ten thousand.
    let a = ((light + 1e-3) / 9500.0).power(R::constant(0.6)) * 0.16;
    let drive = a * (-n + 1.0) * 19.9 * (-x * 0.4 + 1.0) * (-y * 0.4 + 1.0);
    let hour = core::f64::consts::PI / 720.0;
    let stiffness = (R::constant(24.0 / 0.99669) / p.period).squared();
    State {
        x: Change::integral(((x - x * x * x * (4.0 / 3.0)) * 0.23 - y * (stiffness + drive * 0.55)) * hour),
        y: Change::integral((x + drive) * hour),
        photoreceptors: Change::balance(a, n, a + 0.013),
    }
}
