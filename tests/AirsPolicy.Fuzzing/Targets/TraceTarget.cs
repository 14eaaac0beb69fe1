using System.Text;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Deciding;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;

namespace AirsPolicy.Fuzzing.Targets;

/// <summary>Recorded traces, read and replayed.</summary>
internal sealed class TraceTarget : IFuzzTarget
{
    private readonly Lazy<PolicyInterpreter> _interpreter = new(() => new PolicyInterpreter(FuzzedPolicy.Model));

    public string Name => "trace";

    public IEnumerable<byte[]> Seeds() =>
        [
            .. Repository.Files("policies/examples", ".jsonl"),
            .. FuzzedPolicy.Facts.Select(facts =>
                Encoding.UTF8.GetBytes(
                    $$$"""{"point":"tool_call","time":"2027-03-31T09:30:00Z","facts":{{{facts}}},"outcome":"hold","approval":{"approved":true,"time":"2027-03-31T09:31:00Z"}}"""
                )),
        ];

    public void Read(byte[] input)
    {
        try
        {
            var replay = new EventReplay(_interpreter.Value);
            foreach (var recorded in TraceText.Read(Encoding.UTF8.GetString(input), FuzzedPolicy.Model.System))
                replay.Decide(recorded.Point, recorded.Facts, recorded.At, recorded.Answer);
        }
        catch (UsageException)
        {
            // The command says what is wrong with the trace, and in which line.
        }
    }
}
