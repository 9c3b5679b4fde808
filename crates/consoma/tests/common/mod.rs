//! Running the program as a person would.

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use std::process::Output;

/// A short scenario, quick to run.
#[allow(dead_code)]
pub const SHORT: &str = r#"consoma = 1
name = "A short talk"
start = "day 1 18:00"
end = "day 1 22:00"
[[people]]
name = "Ada"
sex = "female"
count = 3
[[encounter]]
name = "talk"
at = "day 1 19:00"
lasts = "45 min"
disclosure = 0.8
responsiveness = 0.8
with = "friend"
[output]
quantities = ["saliva.cortisol", "threat.felt"]
"#;

/// The program, in a folder of its own: a run leaves its report there.
pub fn consoma() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_consoma"));
    command.current_dir(folder());
    command
}

/// A folder for what runs leave behind, one for each test.
#[allow(dead_code)]
pub fn folder() -> PathBuf {
    let test = std::thread::current().name().unwrap_or("main").replace("::", "-");
    let file = Path::new(env!("CARGO_CRATE_NAME")).to_path_buf();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file).join(test);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs it with these arguments.
#[allow(dead_code)]
pub fn run(arguments: &[&str]) -> Output {
    consoma().args(arguments).output().unwrap()
}

/// What it wrote on standard output, of a run that must succeed.
#[allow(dead_code)]
pub fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// What it wrote on standard error.
#[allow(dead_code)]
pub fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Writes a scenario into a folder, and gives its path.
#[allow(dead_code)]
pub fn scenario(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("scenario.toml");
    std::fs::write(&path, text).unwrap();
    path
}
