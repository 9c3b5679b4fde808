//! Tables: a struct whose fields are also rows with an id and a label.
//!
//! `table!` writes a plain generic struct, one public field for each row, and the constant list of its rows. In an
//! equation the field is a number (`p.half_life`); everywhere else the row tells what it is. `sum!` puts tables of
//! several processes together, one field for each.

/// A declared row: an id that is unique in the whole product, a label for people, and what it declares.
#[derive(Clone, Copy, Debug)]
pub struct Row<T: 'static> {
    /// Id, `process.name`.
    pub id: &'static str,
    /// The first line of its documentation.
    pub label: &'static str,
    /// What is declared.
    pub declared: T,
}

/// A struct of `R` that can be read from, and written to, a row of numbers in the order of its rows.
pub trait Table<R: Copy>: Sized {
    /// Reads the fields in order. `None` where `values` ends too early.
    fn read(values: &mut impl Iterator<Item = R>) -> Option<Self>;
    /// Appends the fields in order.
    fn write(&self, values: &mut impl FnMut(R));
}

/// Declares a table. See the module's documentation.
#[macro_export]
#[doc(hidden)]
macro_rules! table {
    (
        $(#[$about:meta])*
        $name:ident of $kind:ident in $process:literal {
            $( #[doc = $label:literal] $(#[doc = $more:literal])* $field:ident: $declared:expr ),+ $(,)?
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name<R> {
            $( #[doc = $label] $(#[doc = $more])* pub $field: R ),+
        }

        impl $name<()> {
            /// The declared rows, in the order of the fields.
            pub const ROWS: &'static [$crate::declare::Row<$kind>] = &[
                $( $crate::declare::Row {
                    id: concat!($process, ".", stringify!($field)),
                    label: $label.trim_ascii(),
                    declared: $declared,
                } ),+
            ];
        }

        impl<R: Copy> $crate::declare::Table<R> for $name<R> {
            #[inline(always)]
            fn read(values: &mut impl Iterator<Item = R>) -> Option<Self> {
                Some(Self { $( $field: values.next()? ),+ })
            }
            #[inline(always)]
            fn write(&self, values: &mut impl FnMut(R)) {
                $( values(self.$field); )+
            }
        }
    };
}

/// Sums tables of several processes. See the module's documentation.
#[macro_export]
#[doc(hidden)]
macro_rules! sum {
    (
        $(#[$about:meta])*
        $name:ident of $kind:ident { $( $field:ident: $($path:ident)::+ ),+ $(,)? }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name<R> {
            $( #[doc = concat!("Of [`", stringify!($($path)::+), "`].")] pub $field: $($path)::+<R> ),+
        }

        impl $name<()> {
            /// All rows, process after process.
            pub fn rows() -> impl Iterator<Item = &'static $crate::declare::Row<$kind>> {
                [ $( $($path)::+::<()>::ROWS ),+ ].into_iter().flatten()
            }

            /// The number of rows.
            pub const COUNT: usize = 0 $( + $($path)::+::<()>::ROWS.len() )+;

            /// The place of the row of this id.
            pub fn place(id: &str) -> Option<usize> {
                Self::rows().position(|row| row.id == id)
            }
        }

        impl<R: Copy> $crate::declare::Table<R> for $name<R> {
            #[inline(always)]
            fn read(values: &mut impl Iterator<Item = R>) -> Option<Self> {
                Some(Self { $( $field: <$($path)::+<R>>::read(values)? ),+ })
            }
            #[inline(always)]
            fn write(&self, values: &mut impl FnMut(R)) {
                $( self.$field.write(values); )+
            }
        }
    };
}
