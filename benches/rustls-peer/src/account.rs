//! A side's CPU time and heap, taken around each of its calls, as in `c-tests/bench/bench.h`.

use std::mem::MaybeUninit;

/// What one side has used. A lap is one handshake or one batch; what is reported is the median lap.
#[derive(Default)]
pub struct Account {
    /// CPU time of all laps, in nanoseconds.
    pub total: f64,
    /// Heap taken and not given back.
    pub bytes: f64,
    lap: f64,
    laps: Vec<f64>,
}

impl Account {
    /// Adds the CPU time of `work`.
    pub fn time<R>(&mut self, work: impl FnOnce() -> R) -> R {
        let started_at = cpu_now();
        let result = work();
        self.lap += cpu_now() - started_at;
        result
    }

    /// Closes a lap of `units` handshakes or KiB.
    pub fn end_lap(&mut self, units: f64) {
        self.total += self.lap;
        self.laps.push(self.lap / units);
        self.lap = 0.0;
    }

    /// Laps closed.
    pub fn lap_count(&self) -> usize {
        self.laps.len()
    }

    /// Prints the median lap.
    pub fn print_median(mut self, side: &str, unit: &str) {
        self.laps.sort_by(f64::total_cmp);
        print_result(side, unit, self.laps[self.laps.len() / 2], self.laps.len());
    }

    /// Adds the heap that `work` leaves behind.
    pub fn weigh<R>(&mut self, work: impl FnOnce() -> R) -> R {
        let before = heap_now();
        let result = work();
        self.bytes += heap_now() - before;
        result
    }
}

/// Prints a result as a line of JSON.
pub fn print_result(side: &str, unit: &str, value: f64, count: usize) {
    println!(r#"{{"side":"{side}","unit":"{unit}","value":{value:.3},"count":{count}}}"#);
}

fn cpu_now() -> f64 {
    let mut now = MaybeUninit::<libc::timespec>::zeroed();
    // SAFETY: `now` has room for one timespec, and zeroes are a valid one.
    let now = unsafe {
        libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, now.as_mut_ptr());
        now.assume_init()
    };
    1e9 * now.tv_sec as f64 + now.tv_nsec as f64
}

/// Bytes that malloc, which Rust's default allocator rests on, has handed out.
fn heap_now() -> f64 {
    // SAFETY: mallinfo2 has no preconditions.
    let info = unsafe { libc::mallinfo2() };
    info.uordblks as f64 + info.hblkhd as f64
}
