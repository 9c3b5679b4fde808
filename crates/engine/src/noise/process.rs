//! The name of a source of randomness within a body.

/// The 32-bit hash of a name by FNV-1a (G. Fowler, L. C. Noll and K.-P. Vo): `hash = (hash ^ byte) * 16777619`, from
/// 2166136261.
#[must_use]
pub const fn name_hash(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let mut hash: u32 = 2_166_136_261;
    let mut i = 0;
    while i < bytes.len() {
        hash = (hash ^ bytes[i] as u32).wrapping_mul(16_777_619);
        i += 1;
    }
    hash
}

/// The name of a source of randomness within a body, such as the pulses of one gland.
///
/// The name is hashed to 32 bits ([`name_hash`]), so what a process draws depends on its own name only. Never rename a process: its draws would change.
/// Two names can share a hash; [`all_differ`](Process::all_differ) checks a list when the program is built.
///
/// ```
/// use consoma_engine::noise::Process;
///
/// const YAWNS: Process = Process::new("yawns");
/// const SNEEZES: Process = Process::new("sneezes");
/// const _: () = assert!(Process::all_differ(&[YAWNS, SNEEZES]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Process {
    name: &'static str,
    hash: u32,
}

impl Process {
    /// The process of that name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, hash: name_hash(name) }
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The FNV-1a hash of its name.
    #[must_use]
    pub const fn hash(self) -> u32 {
        self.hash
    }

    /// Whether no two of the list share a hash.
    #[must_use]
    pub const fn all_differ(list: &[Self]) -> bool {
        let mut i = 0;
        while i < list.len() {
            let mut j = 0;
            while j < i {
                if list[i].hash == list[j].hash {
                    return false;
                }
                j += 1;
            }
            i += 1;
        }
        true
    }
}
