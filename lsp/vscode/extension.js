'use strict';

// Starts `airs lsp`; everything else is the server's. Nothing is built: `npm install` and load the folder.
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

async function start() {
  const [command, ...args] = vscode.workspace.getConfiguration('airs').get('command');
  client = new LanguageClient('airs', 'AIRS policy', { command, args }, { documentSelector: [{ language: 'airs' }] });
  try {
    await client.start();
  } catch (failure) {
    client = undefined;
    const settings = 'Open settings';
    const chosen = await vscode.window.showErrorMessage(
      `The AIRS language server did not start with '${command}'. Install the command 'airs', or name it in the setting 'airs.command'.`
        + ` (${failure.message ?? failure})`,
      settings);
    if (chosen === settings) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'airs.command');
    }
  }
}

async function restart() {
  await client?.stop();
  await start();
}

exports.activate = async (context) => {
  context.subscriptions.push(vscode.commands.registerCommand('airs.restart', restart));
  await start();
};

exports.deactivate = () => client?.stop();
