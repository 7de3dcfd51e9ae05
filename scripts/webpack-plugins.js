/** The small plugins of webpack.config.js. */
const { readFileSync, readdirSync, statSync } = require('node:fs');
const { chmod } = require('node:fs/promises');
const path = require('node:path');
const { transform } = require('@swc/core');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { Compilation, sources } = require('webpack');

/** Marks a file of the output as a program. */
class ExecutablePlugin {
  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise('ExecutablePlugin', ({ outputOptions }) =>
      chmod(path.join(outputOptions.path, this.file), 0o755),
    );
  }
}

/**
 * Minifies scripts with SWC, which the project has for TypeScript anyway and which takes seconds, and brings what
 * packages wrote in newer JavaScript down to the version of the pages.
 */
class SwcMinifyPlugin {
  apply(compiler) {
    compiler.hooks.compilation.tap('SwcMinifyPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
      compilation.hooks.processAssets.tapPromise({ name: 'SwcMinifyPlugin', stage }, (assets) =>
        Promise.all(
          Object.keys(assets)
            .filter((name) => name.endsWith('.js'))
            .map(async (name) => {
              const code = await smaller(String(assets[name].source()));
              compilation.updateAsset(name, new sources.RawSource(code), { minimized: true });
            }),
        ),
      );
    });
  }
}

async function smaller(script) {
  const { code } = await transform(script, {
    swcrc: false,
    configFile: false,
    isModule: false,
    minify: true,
    jsc: {
      target: 'es2018',
      parser: { syntax: 'ecmascript' },
      minify: { compress: true, mangle: true, format: { comments: false } },
    },
  });
  return code;
}

/**
 * Puts the notice for engines that are too old first into the body of one page: a classic inline script in the
 * oldest JavaScript, so that it runs where nothing else does.
 */
class OldEnginePlugin {
  constructor(page, file) {
    this.page = page;
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.compilation.tap('OldEnginePlugin', (compilation) => {
      compilation.fileDependencies.add(this.file);
      HtmlWebpackPlugin.getCompilationHooks(compilation).afterTemplateExecution.tap(
        'OldEnginePlugin',
        (data) => {
          if (data.outputName !== this.page) return data;
          const notice = readFileSync(this.file, 'utf8').trim();
          const html = data.html.replace(/<body[^>]*>/i, (body) => `${body}\n    ${notice}`);
          if (html === data.html) throw new Error(`${this.page} has no <body> for the notice`);
          return { ...data, html };
        },
      );
    });
  }
}

/** Copies files of the project into the output as they are. */
class CopyFilesPlugin {
  constructor(copies) {
    this.copies = copies;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('CopyFilesPlugin', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: 'CopyFilesPlugin', stage }, () => {
        for (const { from, to, ends = '' } of this.copies) {
          const full = path.join(compiler.context, from);
          const names = statSync(full).isDirectory()
            ? readdirSync(full).filter((n) => n.endsWith(ends))
            : [''];
          for (const name of names) {
            const file = path.join(full, name);
            compilation.fileDependencies.add(file);
            compilation.emitAsset(path.posix.join(to, name), new sources.RawSource(readFileSync(file)));
          }
        }
      });
    });
  }
}

module.exports = { CopyFilesPlugin, ExecutablePlugin, OldEnginePlugin, SwcMinifyPlugin };
