//! Inputs: what a schedule does to a person, constant between two edges. At an edge the new value holds.

use crate::declare::{Input, Row, Table};
use crate::table;

const fn share(rest: f64) -> Input {
    Input { unit: "1", allowed: (0.0, 1.0), rest }
}

table! {
    /// What holds from one edge to the next.
    Inputs of Input in "input" {
        /// Light at the eye
        light: Input { unit: "lux", allowed: (0.0, 150_000.0), rest: 40.0 },
        /// In bed with the light out, to sleep
        bed: share(0.0),
        /// In bed by day, for a nap
        nap: share(0.0),
        /// Something goes on through which nobody sleeps
        kept_awake: share(0.0),
        /// Asleep, in any stage
        asleep: share(0.0),
        /// Asleep in stage N2 or N3
        nrem: share(0.0),
        /// Asleep in stage N3
        deep: share(0.0),
        /// Asleep in stage REM
        rem: share(0.0),
        /// Has slept since going to bed
        resumed: share(0.0),
        /// In the REM part of the sleep cycle
        dreaming: share(0.0),
        /// Whether stages of sleep are drawn; otherwise they are their mean shares
        staged: share(0.0),
        /// Window after waking from a night's sleep, in which the brain drives the adrenal axis
        awakening: share(0.0),
        /// Speaking
        talk: share(0.0),
        /// Depth of one's own disclosure
        disclosure: share(0.0),
        /// Responsiveness of the partner: -1 rejecting, 0 no answer, 1 understanding and accepting
        responsiveness: Input { unit: "1", allowed: (-1.0, 1.0), rest: 0.0 },
        /// Share of the answer that the partner's own state gives, instead of the stated responsiveness
        own_answer: share(0.0),
        /// Affectionate touch
        touch: share(0.0),
        /// Conflict
        conflict: share(0.0),
        /// Rejection that judges the person
        rejection: share(0.0),
        /// Being left out, without a judgement
        exclusion: share(0.0),
        /// Emotional distance of somebody who matters: there, and closed
        distance: share(0.0),
        /// Anxious thought: going again through what one feared, or expecting it
        recall: share(0.0),
        /// Nervous anticipation of something that one hopes for
        anticipation: share(0.0),
        /// Writing down what one has told nobody
        writing: share(0.0),
        /// Gentle self-care: rest, warmth, kindness towards oneself
        care: share(0.0),
        /// Evaluation by others of a performance that cannot be controlled
        evaluation: share(0.0),
        /// Being alone without wanting to be
        solitude: share(0.0),
        /// Company of the partner
        partner: share(0.0),
        /// Company of a friend
        friend: share(0.0),
        /// Company of a stranger
        stranger: share(0.0),
        /// Company of a practitioner: a doctor, a therapist, an experimenter who cares
        practitioner: share(0.0),
        /// Being with the other person who is simulated too
        together: share(0.0),
        /// How much of the other person comes through: face to face 1, by phone or text less, a photograph or a scent least
        presence: share(1.0),
        /// An unfamiliar place whose demands are not yet known
        novelty: share(0.0),
        /// Posture: -1 lying, 0 sitting, 1 standing
        posture: Input { unit: "1", allowed: (-1.0, 1.0), rest: 0.0 },
        /// Exercise, above rest
        exercise: Input { unit: "MET", allowed: (0.0, 20.0), rest: 0.0 },
        /// Breaths
        breathing: Input { unit: "1/min", allowed: (3.0, 40.0), rest: 15.0 },
        /// Food taken in
        meal: Input { unit: "kcal/min", allowed: (0.0, 300.0), rest: 0.0 },
        /// How strongly the food provokes the gut: lactulose, fat, what one does not tolerate
        provoking: share(0.0),
        /// CRH into a vein
        crh: Input { unit: "ug/min", allowed: (0.0, 100.0), rest: 0.0 },
        /// Hydrocortisone into a vein
        hydrocortisone: Input { unit: "mg/min", allowed: (0.0, 50.0), rest: 0.0 },
        /// Indomethacin by mouth
        indomethacin: Input { unit: "mg/min", allowed: (0.0, 100.0), rest: 0.0 },
        /// Oxytocin into a vein
        oxytocin: Input { unit: "ug/min", allowed: (0.0, 10.0), rest: 0.0 },
        /// Noradrenaline into a vein; so far it moves its own level alone
        noradrenaline: Input { unit: "ug/min", allowed: (0.0, 30.0), rest: 0.0 },
        /// Adrenaline into a vein; so far it moves its own level alone
        adrenaline: Input { unit: "ug/min", allowed: (0.0, 20.0), rest: 0.0 },
        /// Interleukin-6 into a vein
        interleukin_6: Input { unit: "ug/min", allowed: (0.0, 10.0), rest: 0.0 },
        /// Endotoxin into a vein, for each kilogram of the person
        endotoxin: Input { unit: "ng/kg/min", allowed: (0.0, 10.0), rest: 0.0 },
        /// Respiratory virus in the nose
        inoculum: Input { unit: "TCID50/min", allowed: (0.0, 10_000.0), rest: 0.0 },
        /// Vaccine into a muscle
        vaccination: Input { unit: "doses/min", allowed: (0.0, 10.0), rest: 0.0 },
        /// Wounding by a punch through the skin, as a rate at which what is whole is opened
        punch: Input { unit: "1/min", allowed: (0.0, 20.0), rest: 0.0 },
        /// Wounding by suction that lifts a blister, as a rate at which what is whole is opened
        blister: Input { unit: "1/min", allowed: (0.0, 20.0), rest: 0.0 },
        /// Share of the skin's barrier that tape takes away at one place
        stripping: Input { unit: "1/min", allowed: (0.0, 10.0), rest: 0.0 },
        /// A painful stimulus at the skin, as a typical person at rest would rate it
        noxious: Input { unit: "NRS", allowed: (0.0, 10.0), rest: 0.0 },
        /// An operation: wound that is made, in removals of a womb
        operation: Input { unit: "1/min", allowed: (0.0, 1.0), rest: 0.0 },
        /// General anaesthesia: nothing hurts
        anaesthesia: share(0.0),
        /// A pump at hand that gives morphine into a vein when one presses
        pump: share(0.0),
        /// Morphine into a vein
        morphine: Input { unit: "mg/min", allowed: (0.0, 50.0), rest: 0.0 },
        /// Oxytocin into the nose
        nasal_oxytocin: Input { unit: "IU/min", allowed: (0.0, 100.0), rest: 0.0 },
        /// Answer of the axis to stress on this day, relative to the person's usual
        disposition: Input { unit: "1", allowed: (0.0, 1000.0), rest: 1.0 },
        /// Oxytocin secretion on this day, relative to the person's usual
        secretion: Input { unit: "1", allowed: (0.0, 100.0), rest: 1.0 },
        /// Heart-rate variability on this day, relative to the person's usual
        variability: Input { unit: "1", allowed: (0.0, 100.0), rest: 1.0 },
        /// Factor on the central drive of the adrenal axis, for experiments on the axis alone
        drive: Input { unit: "1", allowed: (0.0, 5.0), rest: 1.0 },
    }
}

impl Inputs<f64> {
    /// Awake, alone, in evening light: nothing happens.
    pub fn rest() -> Self {
        let mut rows = Inputs::ROWS.iter().map(|row| row.declared.rest);
        Table::read(&mut rows).expect("a table reads as many numbers as it has rows")
    }

    /// The same, each input held to what is allowed.
    ///
    /// ```
    /// use consoma_model::inputs::Inputs;
    /// let day = Inputs { secretion: 825.0, ..Inputs::rest() };
    /// assert_eq!(day.within_bounds(), Inputs { secretion: 100.0, ..day });
    /// ```
    #[must_use]
    pub fn within_bounds(&self) -> Self {
        let mut values = Vec::with_capacity(Inputs::ROWS.len());
        self.write(&mut |value| values.push(value));
        let held = |(value, row): (f64, &Row<Input>)| value.clamp(row.declared.allowed.0, row.declared.allowed.1);
        Table::read(&mut values.into_iter().zip(Inputs::ROWS).map(held)).expect("a table reads as many as it writes")
    }
}
