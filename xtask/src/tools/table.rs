//! The table of programs that the developer commands use.
//!
//! Adding a program is adding a row here; finding and installing follow from it.

/// One program (or file) that a command needs and a fresh machine does not have.
#[derive(Debug)]
pub(crate) struct Tool {
    /// Its names on a command line, best first. A file that is not a program has one name too.
    pub(crate) names: &'static [&'static str],
    /// Which version will do.
    pub(crate) version: Version,
    /// Why it is needed, as the end of the sentence "… is needed …".
    pub(crate) why: &'static str,
    /// Where it comes from.
    pub(crate) source: Source,
}

impl Tool {
    /// What to call it in messages.
    pub(crate) fn name(&self) -> &'static str {
        self.names.first().copied().unwrap_or("(nameless tool)")
    }
}

/// Which version of a tool will do.
#[derive(Debug)]
pub(crate) enum Version {
    /// Whichever is there.
    Any,
    /// Only this one, as the tool itself writes it.
    Exactly(&'static str),
    /// Only the one that `Cargo.lock` names for this package.
    Locked(&'static str),
}

/// Where a tool comes from.
#[derive(Debug)]
pub(crate) enum Source {
    /// A compilation target of the Rust toolchain.
    RustTarget,
    /// A crate, compiled with `cargo install`.
    Crate {
        /// Its name on crates.io.
        name: &'static str,
        /// What else `cargo install` must be told.
        options: &'static [&'static str],
        /// How long compiling takes on two cores.
        minutes: &'static str,
    },
    /// A file of an npm package.
    Npm {
        /// The package's name.
        package: &'static str,
        /// The package's version.
        version: &'static str,
        /// The file, seen from the package's folder.
        file: &'static str,
    },
    /// Packages of Debian or Ubuntu.
    Apt {
        /// Their names.
        packages: &'static [&'static str],
        /// The folder below `/usr/lib/<machine>/` for programs that are not on the path.
        folder: Option<&'static str>,
    },
}

/// The standard library for WebAssembly.
pub(crate) const WASM_TARGET: Tool = Tool {
    names: &["wasm32-unknown-unknown"],
    version: Version::Any,
    why: "to compile the page to WebAssembly",
    source: Source::RustTarget,
};

/// Makes the JavaScript that stands between the browser and our WebAssembly.
pub(crate) const WASM_BINDGEN: Tool = Tool {
    names: &["wasm-bindgen"],
    version: Version::Locked("wasm-bindgen"),
    why: "to connect WebAssembly with the browser (its version must equal Cargo.lock's)",
    source: BINDGEN_CRATE,
};

/// Runs `#[wasm_bindgen_test]` functions inside a browser.
pub(crate) const WASM_TEST_RUNNER: Tool = Tool {
    names: &["wasm-bindgen-test-runner"],
    version: Version::Locked("wasm-bindgen"),
    why: "to run tests inside a browser (its version must equal Cargo.lock's)",
    source: BINDGEN_CRATE,
};

/// Without `--locked`: the lock file inside that crate names a yanked package.
const BINDGEN_CRATE: Source = Source::Crate {
    name: "wasm-bindgen-cli",
    options: &[],
    minutes: "two to three minutes",
};

/// Builds and serves the page.
pub(crate) const TRUNK: Tool = Tool {
    names: &["trunk"],
    version: Version::Exactly("0.21.14"),
    why: "to build and serve the page",
    source: Source::Crate {
        name: "trunk",
        options: &["--locked", "--no-default-features", "--features", "rustls"],
        minutes: "five to eight minutes",
    },
};

/// Makes WebAssembly smaller and faster. Debian's own is too old for what current Rust emits.
pub(crate) const WASM_OPT: Tool = Tool {
    names: &["wasm-opt"],
    version: Version::Exactly("132"),
    why: "to make the WebAssembly smaller and faster",
    source: Source::Npm {
        package: "binaryen",
        version: "132.0.0",
        file: "bin/wasm-opt",
    },
};

/// Puts scripts and style sheets into one file each, in syntax that the oldest browser reads.
pub(crate) const ESBUILD: Tool = Tool {
    names: &["esbuild"],
    version: Version::Exactly("0.28.2"),
    why: "to make scripts and style sheets small, in syntax that the oldest browser reads",
    source: Source::Npm {
        package: "esbuild",
        version: "0.28.2",
        file: "bin/esbuild",
    },
};

/// The fonts of pictures: each a file, so that they are the same on every machine.
pub(crate) const FONTS: [&Tool; 4] = [&SERIF, &SERIF_BOLD, &SANS, &SANS_BOLD];

/// The serif of sentences in pictures.
const SERIF: Tool = Tool {
    names: &["SourceSerif4_400Regular.ttf"],
    version: Version::Any,
    why: WHY_FONTS,
    source: serif("400Regular/SourceSerif4_400Regular.ttf"),
};

/// The same for figures in them.
const SERIF_BOLD: Tool = Tool {
    names: &["SourceSerif4_600SemiBold.ttf"],
    version: Version::Any,
    why: WHY_FONTS,
    source: serif("600SemiBold/SourceSerif4_600SemiBold.ttf"),
};

/// The sans serif of pictures.
const SANS: Tool = Tool {
    names: &["Inter_400Regular.ttf"],
    version: Version::Any,
    why: WHY_FONTS,
    source: sans("400Regular/Inter_400Regular.ttf"),
};

/// The same for what stands out.
const SANS_BOLD: Tool = Tool {
    names: &["Inter_600SemiBold.ttf"],
    version: Version::Any,
    why: WHY_FONTS,
    source: sans("600SemiBold/Inter_600SemiBold.ttf"),
};

const WHY_FONTS: &str = "to set the words of the pictures that previews show";

const fn serif(file: &'static str) -> Source {
    Source::Npm {
        package: "@expo-google-fonts/source-serif-4",
        version: "0.4.1",
        file,
    }
}

const fn sans(file: &'static str) -> Source {
    Source::Npm {
        package: "@expo-google-fonts/inter",
        version: "0.4.2",
        file,
    }
}

/// Finds accessibility faults; the browser tests inject it into the page.
pub(crate) const AXE: Tool = Tool {
    names: &["axe.min.js"],
    version: Version::Any,
    why: "to find accessibility faults in the page",
    source: Source::Npm {
        package: "axe-core",
        version: "4.14.1",
        file: "axe.min.js",
    },
};

/// Checks the types of the JavaScript API.
pub(crate) const TYPESCRIPT: Tool = Tool {
    names: &["tsc"],
    version: Version::Exactly("5.9.3"),
    why: "to check the types of the JavaScript API",
    source: Source::Npm {
        package: "typescript",
        version: "5.9.3",
        file: "bin/tsc",
    },
};

/// Checks the schema of the JavaScript API's inputs.
pub(crate) const AJV: Tool = Tool {
    names: &["ajv/dist/2020.js"],
    version: Version::Any,
    why: "to check the schema of the JavaScript API's inputs",
    source: Source::Npm {
        package: "ajv",
        version: "8.20.0",
        file: "dist/2020.js",
    },
};

/// Chrome's engine.
pub(crate) const CHROMIUM: Tool = Tool {
    names: &["chromium", "chromium-browser", "google-chrome"],
    version: Version::Any,
    why: "to test the page in Chrome's engine",
    source: Source::Apt {
        packages: &["chromium", "fonts-liberation"],
        folder: None,
    },
};

/// Drives Chromium.
pub(crate) const CHROMEDRIVER: Tool = Tool {
    names: &["chromedriver"],
    version: Version::Any,
    why: "to drive Chromium in tests",
    source: Source::Apt {
        packages: &["chromium-driver"],
        folder: None,
    },
};

/// Firefox.
pub(crate) const FIREFOX: Tool = Tool {
    names: &["firefox-esr", "firefox"],
    version: Version::Any,
    why: "to test the page in Firefox",
    source: Source::Apt {
        packages: &["firefox-esr"],
        folder: None,
    },
};

/// Drives Firefox.
pub(crate) const GECKODRIVER: Tool = Tool {
    names: &["geckodriver"],
    version: Version::Any,
    why: "to drive Firefox in tests",
    source: Source::Crate {
        name: "geckodriver",
        options: &["--locked"],
        minutes: "one to two minutes",
    },
};

/// Drives Safari's engine.
pub(crate) const WEBKIT_DRIVER: Tool = Tool {
    names: &["WebKitWebDriver"],
    version: Version::Any,
    why: "to drive Safari's engine in tests",
    source: Source::Apt {
        packages: &["webkit2gtk-driver"],
        folder: None,
    },
};

/// Safari's engine in a window.
pub(crate) const WEBKIT_BROWSER: Tool = Tool {
    names: &["MiniBrowser"],
    version: Version::Any,
    why: "to test the page in Safari's engine",
    source: Source::Apt {
        packages: &["webkit2gtk-driver"],
        folder: Some("webkit2gtk-4.1"),
    },
};

/// A screen for a browser that cannot do without one.
pub(crate) const XVFB_RUN: Tool = Tool {
    names: &["xvfb-run"],
    version: Version::Any,
    why: "to give Safari's engine a screen to draw on",
    source: Source::Apt {
        packages: &["xvfb", "xauth"],
        folder: None,
    },
};

/// A server that people host the page with; with it comes what sends files compressed with brotli.
pub(crate) const NGINX: Tool = Tool {
    names: &["nginx"],
    version: Version::Any,
    why: "to test the page behind nginx",
    source: Source::Apt {
        packages: &["nginx", "libnginx-mod-http-brotli-static"],
        folder: None,
    },
};

/// A server that people host the page with.
pub(crate) const CADDY: Tool = Tool {
    names: &["caddy"],
    version: Version::Any,
    why: "to test the page behind Caddy",
    source: Source::Apt {
        packages: &["caddy"],
        folder: None,
    },
};

/// Drives Chromium when speed is measured.
pub(crate) const PLAYWRIGHT: Tool = Tool {
    names: &["playwright-core/index.mjs"],
    version: Version::Any,
    why: "to drive Chromium when speed is measured",
    source: Source::Npm {
        package: "playwright-core",
        version: "1.65.1",
        file: "index.mjs",
    },
};

/// A chart library to compare ours with.
pub(crate) const UPLOT: Tool = Tool {
    names: &["uPlot.iife.min.js"],
    version: Version::Any,
    why: "to compare the speed of our charts with it",
    source: Source::Npm {
        package: "uplot",
        version: "1.6.32",
        file: "dist/uPlot.iife.min.js",
    },
};

/// A chart library to compare ours with.
pub(crate) const CHARTJS: Tool = Tool {
    names: &["chart.umd.min.js"],
    version: Version::Any,
    why: "to compare the speed of our charts with it",
    source: Source::Npm {
        package: "chart.js",
        version: "4.6.1",
        file: "dist/chart.umd.min.js",
    },
};

/// A chart library to compare ours with.
pub(crate) const ECHARTS: Tool = Tool {
    names: &["echarts.min.js"],
    version: Version::Any,
    why: "to compare the speed of our charts with it",
    source: Source::Npm {
        package: "echarts",
        version: "6.1.0",
        file: "dist/echarts.min.js",
    },
};

/// What building the page takes.
pub(crate) const BUILD: [&Tool; 5] = [&WASM_TARGET, &WASM_BINDGEN, &TRUNK, &WASM_OPT, &ESBUILD];
