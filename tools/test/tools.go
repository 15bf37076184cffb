package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"throughline/internal/browsertest"
	"throughline/internal/store/storetest/server"
)

// seeToTools installs what is missing of PostgreSQL, Chromium and axe-core, and
// says what is missing where it may not.
func seeToTools(ctx context.Context) error {
	missing := missingPackages()
	if len(missing) > 0 {
		if err := installDebian(ctx, missing); err != nil {
			return err
		}
		if still := missingPackages(); len(still) > 0 {
			return fmt.Errorf("the Debian packages %s were installed but their programs are not found", strings.Join(still, ", "))
		}
	}
	return seeToModules(ctx)
}

// missingPackages names the Debian packages whose programs are not here.
func missingPackages() []string {
	var missing []string
	if server.Installed() != nil {
		missing = append(missing, "postgresql")
	}
	if _, err := browsertest.Chromium(); err != nil {
		missing = append(missing, "chromium")
	}
	return missing
}

// installDebian installs packages with apt-get, as root or through sudo that asks nothing.
func installDebian(ctx context.Context, packages []string) error {
	names := strings.Join(packages, " ")
	aptGet, err := exec.LookPath("apt-get")
	if err != nil {
		return fmt.Errorf("missing for the tests: %s. This machine has no apt-get; install them by hand", names)
	}
	prefix := []string{}
	if os.Geteuid() != 0 {
		if exec.CommandContext(ctx, "sudo", "-n", "true").Run() != nil {
			return fmt.Errorf("missing for the tests: %s. Install them with `sudo apt-get install %s`", names, names)
		}
		prefix = []string{"sudo", "-n"}
	}
	fmt.Println("installing the Debian packages", names)
	prefix = append(prefix, "env", "DEBIAN_FRONTEND=noninteractive", aptGet, "-q", "-y")
	for _, arguments := range [][]string{
		{"update"},
		append([]string{"install", "--no-install-recommends"}, packages...),
	} {
		line := append(prefix[:len(prefix):len(prefix)], arguments...)
		if out, err := exec.CommandContext(ctx, line[0], line[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(line, " "), err, out)
		}
	}
	return nil
}

// seeToModules has axe-core and the TypeScript compiler put where the tests run them.
func seeToModules(ctx context.Context) error {
	root, err := browsertest.Root()
	if err != nil {
		return err
	}
	modules := exec.CommandContext(ctx, "make", "--no-print-directory", "modules")
	modules.Dir = root
	if out, err := modules.CombinedOutput(); err != nil {
		return fmt.Errorf("the npm packages for the tests: %w\n%s", err, out)
	}
	return nil
}
