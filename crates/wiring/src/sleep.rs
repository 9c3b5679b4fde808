//! The events of sleep: going to bed, falling asleep, one bout after another, getting up.
//!
//! A stage holds until its bout has run down; the model says at which rates, chance how long a bout is in mean lengths and where it goes.
//! Every draw is named by (person, stage, night, place in the night), where the place counts the bouts of that stage in that night.
//! So a night that went otherwise leaves the draws of the next as they were.

use crate::body::{STIR, read, write};
use consoma_engine::noise::{Process, Source, Stream};
use consoma_model::body::sleep::stages::{self, Stage};
use consoma_model::body::sleep::{homeostat, memory, night, restedness};
use consoma_model::inputs::Inputs;
use consoma_model::schedule::DAY;
use consoma_model::tables::Fast;
use consoma_model::whole::{self, Constitution};
use consoma_number::Real;

/// Lengths of bouts, and where they go, of each stage; and lengths of the parts of the cycle.
const LENGTHS: [Process; 5] = [
    Process::new("sleep.length_wake"),
    Process::new("sleep.length_n1"),
    Process::new("sleep.length_n2"),
    Process::new("sleep.length_n3"),
    Process::new("sleep.length_rem"),
];
const WAYS: [Process; 5] = [
    Process::new("sleep.way_wake"),
    Process::new("sleep.way_n1"),
    Process::new("sleep.way_n2"),
    Process::new("sleep.way_n3"),
    Process::new("sleep.way_rem"),
];
const CYCLES: Process = Process::new("sleep.cycle");

/// The names under which sleep draws.
pub(crate) fn processes() -> impl Iterator<Item = Process> {
    LENGTHS.into_iter().chain(WAYS).chain([CYCLES])
}

/// The guards of one person.
pub(crate) const GUARDS: usize = 4;
/// The present bout has run down.
const BOUT: usize = 0;
/// The present part of the cycle has run down.
const CYCLE: usize = 1;
/// Pressure says to go to bed, or to get up.
const PRESSURE: usize = 2;
/// The window after waking is over, for who sleeps by pressure; for others the schedule says so.
const WINDOW: usize = 3;

/// Where sleep draws from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Draws {
    /// The draws.
    pub(crate) source: Source,
    /// The number of the person.
    pub(crate) number: u64,
    /// Which of the draws of a night: 0 is the one that is lived, others are the same night drawn again.
    pub(crate) repeat: u32,
}

/// What holds of a person's sleep.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sleeper {
    /// The stage.
    pub stage: Stage,
    /// When the person last got up, min.
    up: f64,
    /// The night, counted by its noon; bouts are numbered within it.
    night: i64,
    /// Bouts begun in this night, of each stage.
    bouts: [u32; 5],
    /// Parts of the cycle begun in this night.
    parts: u32,
    /// Whether the person has slept since lying down.
    slept: bool,
    /// Whether this person goes to bed and gets up by pressure.
    free: bool,
}

/// Nobody has slept yet.
const LONG_AGO: f64 = f64::NEG_INFINITY;
/// Nights before day 1 count down from here, so that no index of a draw is below zero.
const FIRST_NIGHT: i64 = 1 << 20;
/// Most bouts of a stage in a night whose draws are their own.
const MOST_BOUTS: u64 = 1 << 12;
/// Draws of the same night lie so many indices apart: beyond those of all nights.
const REPEAT: u64 = 1 << 40;
/// Most draws of the same night.
const MOST_REPEATS: u64 = 1 << 20;
/// Who sleeps by pressure does not get up before this many minutes of sleep.
const SHORTEST: f64 = 60.0;
/// Bouts of waking are cut at this many mean lengths: two hours or so.
const LONGEST: f64 = 40.0;
/// Exponent of the tail of the distribution of waking: bouts longer than t are as many as t to the minus this.
const TAIL: f64 = 1.2;

impl Sleeper {
    /// Awake, up, and never asleep before.
    pub(crate) fn awake(free: bool) -> Self {
        Self { stage: Stage::Wake, up: LONG_AGO, night: i64::MIN, bouts: [0; 5], parts: 0, slept: false, free }
    }
}

/// One person at an instant of their sleep.
pub(crate) struct Sleep<'a> {
    pub(crate) person: &'a Constitution<f64>,
    pub(crate) draws: Option<Draws>,
    pub(crate) sleeper: &'a mut Sleeper,
    pub(crate) input: &'a mut Inputs<f64>,
    pub(crate) x: &'a mut Fast<f64>,
    pub(crate) time: f64,
}

impl Sleep<'_> {
    /// Takes over what a schedule says of the bed.
    pub(crate) fn bed(&mut self, before: &Inputs<f64>) {
        if self.sleeper.free && self.input.nap == 0.0 && before.nap == 0.0 {
            (self.input.bed, self.input.awakening) = (before.bed, before.awakening);
        }
        let Inputs { asleep, nrem, deep, rem, resumed, dreaming, staged, .. } = *before;
        if self.input.bed > 0.0 {
            self.input.awakening = 0.0;
        }
        let held = Inputs { asleep, nrem, deep, rem, resumed, dreaming, staged, ..*self.input };
        *self.input = held;
        match (before.bed > 0.0, self.input.bed > 0.0) {
            (false, true) => self.lie_down(),
            (true, false) => self.get_up(before.nap > 0.0),
            (true, true) if self.sleeper.free && self.input.kept_awake > 0.0 => self.get_up(false),
            _ => {}
        }
    }

    /// Somebody who sleeps by pressure, and is due for bed before anything happens, goes there.
    pub(crate) fn open(&mut self) {
        let due = whole::sleep_need(self.x, self.person) >= self.person.parameters.homeostat.bed;
        if self.sleeper.free && self.input.bed == 0.0 && due {
            self.lie_down();
        }
    }

    /// Goes to bed.
    pub(crate) fn lie_down(&mut self) {
        self.input.bed = 1.0;
        self.input.awakening = 0.0;
        self.sleeper.slept = false;
        let nap = self.input.nap > 0.0;
        let another = self.time - self.sleeper.up > night::APART;
        if another && !nap {
            self.x.night = night::begin();
        }
        // A nap between two tries to sleep does not end the wait of that night.
        if another || nap || self.x.night.slept == 0.0 {
            self.input.resumed = 0.0;
        }
        let noon = (self.time / DAY - 0.5).floor() as i64;
        if noon != self.sleeper.night {
            (self.sleeper.night, self.sleeper.bouts, self.sleeper.parts) = (noon, [0; 5], 0);
        }
        if self.draws.is_none() {
            stages::steady(self.input, &self.person.parameters.stages);
            self.sleeper.slept = true;
            return;
        }
        self.input.staged = 1.0;
        self.input.dreaming = 0.0;
        self.x.stages.cycle = self.part();
        self.begin(Stage::Wake);
    }

    fn get_up(&mut self, nap: bool) {
        let p = &self.person.parameters;
        let slept = self.x.night.slept;
        self.input.bed = 0.0;
        self.input.staged = 0.0;
        self.sleeper.stage = Stage::Wake;
        Stage::Wake.hold(self.input);
        if !nap {
            self.sleeper.up = self.time;
        }
        if slept > p.awakening.night && !nap {
            self.x.memory = memory::after(&self.x.night, &p.memory, &self.person.arrows.memory);
            if self.sleeper.free {
                self.input.awakening = 1.0;
            }
            let morning = whole::morning(self.x);
            self.x.restedness = restedness::after(
                &self.x.night,
                &self.person.usual.night,
                &morning,
                &p.restedness,
                &self.person.arrows.restedness,
            );
        }
        if self.sleeper.slept {
            (self.x.vigilance.inertia, self.x.vigilance.inertia_felt) = (1.0, 1.0);
        }
    }

    /// The present bout is over: the next begins where chance says.
    fn next(&mut self) {
        let it = whole::stage_rates(self.x, self.input, self.person);
        let from = self.sleeper.stage;
        let ways = it.ways(from);
        let total: f64 = ways.iter().map(|(_, rate)| rate).sum();
        let mut left = self.stream(WAYS[from as usize]).uniform(self.index(self.bouts(from))) * total;
        let mut to = ways[0].0;
        for (stage, rate) in ways {
            to = if rate > 0.0 { stage } else { to };
            left -= rate;
            if left < 0.0 {
                break;
            }
        }
        if from == Stage::Rem && self.input.nap == 0.0 {
            self.x.night.interruptions += 1.0;
        }
        self.begin(to);
    }

    /// A part of the cycle is over. From its REM part sleep goes to N2; into it, from N3 by way of N2.
    fn turn(&mut self) {
        let dreaming = self.input.dreaming > 0.0;
        self.input.dreaming = if dreaming { 0.0 } else { 1.0 };
        self.x.stages.cycle = self.part();
        let deep = self.sleeper.stage == Stage::N3;
        self.begin(if dreaming || deep { Stage::N2 } else { Stage::Rem });
    }

    /// Begins a bout.
    fn begin(&mut self, stage: Stage) {
        let place = stage as usize;
        if stage == Stage::Wake {
            let woke = self.input.asleep > 0.0 && self.input.nap == 0.0;
            self.x.night.awakenings += f64::from(u8::from(woke));
        } else {
            self.sleeper.slept = true;
            if self.input.resumed == 0.0 && self.input.nap == 0.0 && self.x.night.slept == 0.0 {
                self.x.night.latency = self.x.night.in_bed;
            }
            self.input.resumed = 1.0;
        }
        self.sleeper.stage = stage;
        self.sleeper.bouts[place] += 1;
        stage.hold(self.input);
        let bout = self.bouts(stage);
        let stream = self.stream(LENGTHS[place]);
        let index = self.index(bout);
        let waiting = |index| -Real::ln(stream.uniform(index));
        self.x.stages.bout = match stage {
            Stage::Wake if self.input.resumed == 0.0 => 0.5 * (waiting(2 * index) + waiting(2 * index + 1)),
            Stage::Wake => {
                let shortest = (TAIL - 1.0) / TAIL;
                f64::min(shortest * Real::exp(waiting(2 * index) / TAIL), LONGEST)
            }
            _ => waiting(2 * index),
        };
    }

    /// The drawn length of the next part of the cycle, of mean 1.
    fn part(&mut self) -> f64 {
        let spread = self.person.parameters.stages.cycle_spread;
        self.sleeper.parts += 1;
        let index = self.index(self.sleeper.parts);
        let stream = self.draws.map(|draws| draws.source.stream(draws.number, CYCLES));
        stream.map_or(1.0, |stream| stream.lognormal(index, Real::exp(-0.5 * spread * spread), spread))
    }

    fn bouts(&self, stage: Stage) -> u32 {
        self.sleeper.bouts[stage as usize]
    }

    fn index(&self, place: u32) -> u64 {
        let night = (FIRST_NIGHT + self.sleeper.night).max(0) as u64;
        let repeat = u64::from(self.draws.map_or(0, |draws| draws.repeat)) % MOST_REPEATS;
        repeat * REPEAT + night * MOST_BOUTS + u64::from(place) % MOST_BOUTS
    }

    /// Only people whose stages are drawn come here.
    fn stream(&self, process: Process) -> Stream {
        let Draws { source, number, .. } = self.draws.unwrap_or(Draws { source: Source::new(0), number: 0, repeat: 0 });
        source.stream(number, process)
    }

    /// The event of a guard.
    pub(crate) fn fire(&mut self, guard: usize) {
        match guard {
            BOUT => self.next(),
            CYCLE => self.turn(),
            WINDOW => self.input.awakening = 0.0,
            _ if self.input.bed > 0.0 => self.get_up(false),
            _ => self.lie_down(),
        }
    }
}

/// Minutes of short steps after the event of a guard: getting up and going to bed stir more than sleep itself.
pub(crate) fn stirs(guard: usize) -> f64 {
    if guard == PRESSURE { STIR } else { 0.0 }
}

/// The values of a person's guards: each rises to zero where its event is due.
pub(crate) fn guards(
    person: &Constitution<f64>,
    sleeper: &Sleeper,
    input: &Inputs<f64>,
    x: &Fast<f64>,
    out: &mut [f64],
) {
    let staged = input.staged > 0.0;
    out[BOUT] = if staged { -x.stages.bout } else { -1.0 };
    out[CYCLE] = if staged { -x.stages.cycle } else { -1.0 };
    out[WINDOW] = if sleeper.free && input.awakening > 0.0 {
        // The state relaxes from 0 towards 1 from getting up on, so it tells the time since.
        let p = &person.parameters;
        x.departure.waking - (1.0 - Real::exp(-p.awakening.window / p.departure.delay))
    } else {
        -1.0
    };
    out[PRESSURE] = if !sleeper.free || input.nap > 0.0 {
        -1.0
    } else {
        let p: &homeostat::Parameters<f64> = &person.parameters.homeostat;
        let need = whole::sleep_need(x, person);
        if input.bed > 0.0 {
            f64::min(p.up - need, (x.night.slept - SHORTEST) / SHORTEST)
        } else if input.kept_awake > 0.0 {
            -1.0
        } else {
            need - p.bed
        }
    };
}

/// Reads a person's states, lets something happen, and writes them back.
pub(crate) fn with<T>(fast: &mut [f64], act: impl FnOnce(&mut Fast<f64>) -> T) -> T {
    let mut x: Fast<f64> = read(fast);
    let result = act(&mut x);
    write(&x, fast);
    result
}

const _: () = assert!(Stage::ALL.len() == LENGTHS.len() && WAYS.len() == LENGTHS.len());
