// Bundle writes internal/web/assets/dist from the islands and the stylesheet.
// Run it with 'go generate ./internal/web/assets' after 'npm ci'.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	if err := bundle(); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

// bundle runs in internal/web/assets, where go generate starts it. Fonts keep a
// hash in their name because the stylesheet refers to them.
func bundle() error {
	result := api.Build(api.BuildOptions{
		EntryPointsAdvanced: []api.EntryPoint{
			{InputPath: "island/app.ts", OutputPath: "app"},
			{InputPath: "island/keep.ts", OutputPath: "keep"},
			{InputPath: "../look/style/brief.css", OutputPath: "brief"},
			{InputPath: "../look/style/app.css", OutputPath: "app"},
			{InputPath: "../look/style/people.css", OutputPath: "people"},
			{InputPath: "../look/style/my.css", OutputPath: "my"},
			{InputPath: "../look/style/portal.css", OutputPath: "portal"},
			{InputPath: "mark.svg", OutputPath: "mark"},
		},
		Bundle:            true,
		Outdir:            "dist",
		AssetNames:        "[name]-[hash]",
		Format:            api.FormatESModule,
		Target:            api.ES2022,
		Engines:           []api.Engine{{Name: api.EngineChrome, Version: "123"}, {Name: api.EngineFirefox, Version: "120"}, {Name: api.EngineSafari, Version: "17.5"}},
		Loader:            map[string]api.Loader{".woff2": api.LoaderFile, ".svg": api.LoaderCopy},
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		LegalComments:     api.LegalCommentsNone,
		Charset:           api.CharsetUTF8,
		LogLevel:          api.LogLevelWarning,
	})
	if len(result.Errors) > 0 {
		return fmt.Errorf("%d errors; the old dist is kept", len(result.Errors))
	}
	return replace("dist", result.OutputFiles)
}

// replace writes the new files first and then removes what is no longer built.
func replace(dir string, files []api.OutputFile) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	built := map[string]bool{}
	for _, f := range files {
		name := filepath.Base(f.Path)
		built[name] = true
		if err := os.WriteFile(filepath.Join(dir, name), f.Contents, 0o644); err != nil {
			return err
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !built[e.Name()] {
			if err := os.Remove(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
