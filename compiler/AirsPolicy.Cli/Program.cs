using AirsPolicy.Cli;
using AirsPolicy.Cli.Console;

using var terminal = Terminal.OfProcess();
return AirsCli.Run(args, terminal);
