//! Declarations: what a quantity, a parameter, an arrow and an input are, and the table that each process keeps of them.
//!
//! Each process declares its own in its own file, with [`table!`](crate::table). The whole tables are the sums of these,
//! made by [`sum!`](crate::sum) in [`crate::tables`]; there is no second list.

mod arrow;
mod parameter;
mod quantity;
mod table;

pub(crate) use arrow::strength;
pub use arrow::{Arrow, Grade, Reading, Strength};
pub use parameter::{Evidence, Parameter, Spread};
pub use quantity::{Input, Quantity, System};
pub use table::{Row, Table};
