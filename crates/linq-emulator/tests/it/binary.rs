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

#[tokio::test]
async fn sandbox_and_faults_are_options() {
    let arguments = [
        "--sandbox",
        "--fault",
        r#"{"kind": "html", "status": 502, "path": "/v3/phone_numbers"}"#,
        "--webhook-fault",
        r#"{"kind": "duplicate", "event": "message.*"}"#,
        "--documented-retries",
    ];
    let mut running = Running(command(&arguments).spawn().unwrap());
    let base = first_line(&mut running);
    let client = reqwest::Client::new();
    let control = base.replace("/api/partner", "/_emulator");
    for _ in 0..2 {
        let create = client
            .post(format!("{base}/v3/chats"))
            .bearer_auth("any")
            .header("content-type", "application/json")
            .body(
                r#"{"from": "+12223334444", "to": ["+15556667777"],
                    "message": {"parts": [{"type": "text", "value": "Hi"}]}}"#,
            );
        let created = create.send().await.unwrap();
        assert_eq!(created.status(), 403);
        assert!(created.text().await.unwrap().contains("2008"));
        let list = client.get(format!("{base}/v3/phone_numbers"));
        let listed = list.bearer_auth("any").send().await.unwrap();
        assert_eq!(listed.status(), 502);
        let faults = client.get(format!("{control}/webhook_faults"));
        let faults = faults.send().await.unwrap().text().await.unwrap();
        assert!(faults.contains("duplicate"), "{faults}");
        // A reset restores the options.
        let reset = client.post(format!("{control}/reset"));
        assert_eq!(reset.send().await.unwrap().status(), 204);
    }
}

#[test]
fn help_lists_every_option() {
    let help = command(&["--help"]).output().unwrap();
    assert!(help.status.success() && help.stderr.is_empty());
    let text = String::from_utf8(help.stdout).unwrap();
    for option in [
        "--phone-number",
        "--api-key",
        "--seed",
        "--enforce-limits",
        "--sandbox",
        "--fault",
        "--webhook-fault",
        "--documented-retries",
        "--observed-shapes",
        "--observed-shapes-from",
        "--port",
        "--storage-port",
        "--host",
        "--public-host",
        "--remote-control",
        "--webhook-host",
        "--help",
        "--version",
    ] {
        assert!(text.contains(&format!("{option} ")), "{option}");
    }
    assert!(text.lines().all(|line| line.len() <= 81));
    let version = command(&["-V"]).output().unwrap().stdout;
    assert_eq!(
        String::from_utf8(version).unwrap(),
        format!("linq-emulator {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn invalid_options_are_reported_with_status_2() {
    for (bad, named) in [
        (&["--prot", "1"][..], "--prot"),
        (&["stray"], "stray"),
        (&["--port"], "--port"),
        (&["--port", "x"], "--port: must be a number from 0 to 65535"),
        (&["--seed", "-1"], "--seed: must be a number"),
        (&["--phone-number", "12"], "phone_number: `12`"),
        (&["--host", "localhost"], "--host: must be an IP address"),
        (&["--public-host", "a b"], "host: `a b`"),
        (&["--webhook-host", "http://x/"], "host: `http://x/`"),
        (&["--fault", "{"], "--fault: must be JSON"),
        (
            &["--fault", r#"{"kind": "nothing"}"#],
            "--fault: unknown variant",
        ),
        (
            &["--webhook-fault", r#"{"kind": "duplicate", "ms": 1}"#],
            "--webhook-fault: ms is not a field",
        ),
        (
            &[
                "--webhook-fault",
                r#"{"kind": "duplicate", "probability": 2}"#,
            ],
            "fault: probability must be from 0 to 1",
        ),
    ] {
        let output = command(bad).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{bad:?}");
        assert!(output.stdout.is_empty(), "{bad:?}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.starts_with("linq-emulator: "), "{error}");
        assert!(error.contains(named), "{bad:?}: {error}");
        assert!(error.lines().count() == 1, "{error}");
    }
}

#[test]
fn port_in_use_is_reported_with_status_1() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for option in ["--port", "--storage-port"] {
        let output = command(&[option, &port]).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(error.contains(&format!("port {port}: ")), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn closed_output_is_reported_without_a_panic() {
    let full = || {
        std::fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap()
    };
    for arguments in [&["--help"][..], &[]] {
        let output = command(arguments).stdout(full()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(!error.contains("panicked"), "{error}");
    }
}
