using AirsPolicy.Benchmarks.Quick;
using BenchmarkDotNet.Running;

if (args is ["quick", ..])
    return QuickRun.Run(Console.Out, args[1..]) == 0 ? 0 : 1;

BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
return 0;
