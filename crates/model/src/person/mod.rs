//! Who: the traits of a person, how they differ between people, and how a person is drawn.
//!
//! | file | holds |
//! |---|---|
//! | `who` | a person |
//! | `numbers` | traits that are numbers, declared once |
//! | `shares` | traits that people have or lack: how many have them |
//! | `ties` | people met at least once in two weeks, by kind |
//! | `conditions` | what a person may live with |
//! | `style` | the four attachment styles as names for regions |
//! | `correlations` | how traits go together |
//! | `stated` | what is stated of a person, and whether it is allowed |
//! | `draw` | people drawn, given what is stated |
//! | `traits` | a person as numbers, for the equations |

mod conditions;
mod correlations;
mod draw;
mod normal;
mod numbers;
mod shares;
mod stated;
mod style;
mod ties;
mod traits;
mod who;

pub use conditions::{Condition, Conditions};
pub use correlations::{CORRELATIONS, Correlation};
pub use draw::{Chance, Drawing};
pub use numbers::Numbers;
pub use shares::Shares;
pub use stated::{OutOfBounds, Stated};
pub use style::Style;
pub use ties::Ties;
pub use traits::Traits;
pub use who::{Contraception, MenstrualPhase, Person, Sex};
