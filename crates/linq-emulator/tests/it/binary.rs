use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_linq-emulator"));
    command
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn first_line(running: &mut Running) -> String {
    let mut line = String::new();
    BufReader::new(running.0.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    line.trim_end().to_owned()
}

#[tokio::test]
async fn first_line_of_output_is_the_base_url() {
    let arguments = [
        "--seed",
        "7",
        "--api-key",
        "k",
        "--phone-number",
        "+442071234567",
        "--enforce-limits",
    ];
    let mut running = Running(command(&arguments).spawn().unwrap());
    let base = first_line(&mut running);
    assert!(
        base.starts_with("http://127.0.0.1:") && base.ends_with("/api/partner"),
        "{base}"
    );
    let client = reqwest::Client::new();
    let url = format!("{base}/v3/phone_numbers");
    let response = client
        .get(&url)
        .bearer_auth("k")
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    assert!(response.contains("+442071234567"), "{response}");
    assert_eq!(
        client
            .get(&url)
            .bearer_auth("x")
            .send()
            .await
            .unwrap()
            .status(),
        401
    );
}

#[cfg(unix)]
#[test]
fn signals_stop_the_server() {
    for signal in ["INT", "TERM"] {
        let mut running = Running(command(&[]).spawn().unwrap());
        assert!(first_line(&mut running).starts_with("http://"));
        let kill = Command::new("kill")
            .args([&format!("-{signal}"), &running.0.id().to_string()])
            .status();
        assert!(kill.unwrap().success());
        let begin = Instant::now();
        let status = loop {
            if let Some(status) = running.0.try_wait().unwrap() {
                break status;
            }
            assert!(
                begin.elapsed() < Duration::from_secs(20),
                "{signal} does not end it"
            );
            std::thread::sleep(Duration::from_millis(10));
        };
        assert!(status.success(), "{signal}: {status}");
    }
}

#[test]
fn help_and_invalid_options_are_reported() {
    let help = command(&["--help"]).output().unwrap();
    let text = String::from_utf8(help.stdout).unwrap();
    for option in [
        "--port",
        "--seed",
        "--api-key",
        "--phone-number",
        "--enforce-limits",
        "--observed-shapes",
    ] {
        assert!(text.contains(option), "{option}");
    }
    for bad in [
        &["--prot", "1"][..],
        &["--port", "x"],
        &["--phone-number", "12"],
    ] {
        let output = command(bad).output().unwrap();
        assert!(
            !output.status.success() && output.stdout.is_empty(),
            "{bad:?}"
        );
        assert!(
            String::from_utf8(output.stderr)
                .unwrap()
                .starts_with("linq-emulator: ")
        );
    }
}
