using System.Text;
using System.Text.Json;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Fuzzing.Targets;

/// <summary>Facts in JSON that a host decides on: what is no JSON object, or says something twice, is never allowed.</summary>
internal sealed class FactsTarget : IFuzzTarget
{
    private const string Point = "tool_call";

    private static readonly JsonDocumentOptions s_once = new() { AllowDuplicateProperties = false };

    private readonly Lazy<PolicyHost> _host = new(() => Host(FuzzedPolicy.Model));

    public string Name => "facts";

    public IEnumerable<byte[]> Seeds() => FuzzedPolicy.Facts.Select(Encoding.UTF8.GetBytes);

    public void Read(byte[] input)
    {
        var decision = _host.Value.Decide(Point, input);
        if (decision.Outcome < Outcome.Block && !IsObject(input))
            throw new BrokenPromiseException($"What is no JSON object is decided as {decision.Outcome}.");
        if (decision.Failure is { } failure && failure.Detail?.Contains("Exception", StringComparison.Ordinal) == true)
            throw new BrokenPromiseException($"A fault of ours: {failure.Detail}");
    }

    private static bool IsObject(byte[] input)
    {
        try
        {
            using var document = JsonDocument.Parse(input, s_once);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static PolicyHost Host(PolicyModel model)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        return host.Load(BundleBuilder.Build(model)) is { Activated: false } refused
            ? throw new InvalidOperationException(refused.Reason)
            : host;
    }
}
