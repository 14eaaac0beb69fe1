using AirsPolicy.Benchmarks.Quick;
using AirsPolicy.Benchmarks.References;
using BenchmarkDotNet.Running;

return args switch
{
    ["quick", ..] => Quick(args[1..]),
    ["reference", ..] => Reference(args),
    _ => Record(args),
};

// Each by itself, so that a process that does one thing loads nothing that another needs.
static int Quick(string[] wanted) => QuickRun.Run(Console.Out, wanted) == 0 ? 0 : 1;

static int Reference(string[] words) => OwnProcess.Run(words);

static int Record(string[] words)
{
    BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(words);
    return 0;
}
