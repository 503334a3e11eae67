//! What reading takes: bytes held at the same time, counted by the program's own allocator, and seconds of its thread,
//! so that other work on the machine counts for nothing.

use cpu_time::ThreadTime;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// No reader is given more: what asks for it ends the program, and that is a crash to be looked into.
const MOST: usize = 2 << 30;

static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn grow(bytes: usize) {
    let live = LIVE.fetch_add(bytes, Ordering::Relaxed) + bytes;
    if live > PEAK.load(Ordering::Relaxed) {
        PEAK.store(live, Ordering::Relaxed);
    }
}

fn fits(bytes: usize) -> bool {
    LIVE.load(Ordering::Relaxed).saturating_add(bytes) <= MOST
}

// SAFETY: every call goes on to the system's allocator unchanged, or answers null, which says that there is no memory.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !fits(layout.size()) {
            return std::ptr::null_mut();
        }
        grow(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !fits(layout.size()) {
            return std::ptr::null_mut();
        }
        grow(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if size > layout.size() && !fits(size - layout.size()) {
            return std::ptr::null_mut();
        }
        if size > layout.size() {
            grow(size - layout.size());
        } else {
            LIVE.fetch_sub(layout.size() - size, Ordering::Relaxed);
        }
        unsafe { System.realloc(place, layout, size) }
    }
}

/// What something took.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    /// Seconds of the thread.
    pub time: Duration,
    /// The most bytes it held at the same time.
    pub peak: usize,
}

/// Does it and says what it took.
pub fn measure(job: impl FnOnce()) -> Taken {
    let before = LIVE.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let begun = ThreadTime::now();
    job();
    Taken { time: begun.elapsed(), peak: PEAK.load(Ordering::Relaxed).saturating_sub(before) }
}
