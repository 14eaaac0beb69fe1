using System.Text;
using System.Text.Json;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Streaming;

/// <summary>A host that is asked of answers in parts and as a whole.</summary>
internal sealed class StreamedHost
{
    public const string Path = "/output/text", Session = "s";

    public StreamedHost(PolicyModel model, PolicyHostOptions? options = null)
    {
        Host = new PolicyHost((options ?? new PolicyHostOptions()) with { AllowUnsigned = true });
        Assert.Null(Host.Load(BundleBuilder.Build(model, [])).Reason);
    }

    public StreamedHost(string source)
        : this(BoundPolicy.Of(source))
    {
    }

    public PolicyHost Host { get; }

    /// <summary>Members of the facts beside the answer.</summary>
    public string Members { get; init; } = "";

    /// <summary>An answer in parts, each as long as the next of the lengths says, and one unit a part behind them.</summary>
    public StreamedAnswer Stream(string text, params int[] lengths)
    {
        using var stream = Begin();
        var (released, at) = (new StringBuilder(), 0);
        for (var part = 0; at < text.Length; part++)
        {
            var length = Math.Min(text.Length - at, part < lengths.Length ? lengths[part] : 1);
            released.Append(stream.Feed(text.AsSpan(at, length)));
            at += length;
        }
        var stopped = stream.IsStopped;
        var decision = stream.End();
        return new StreamedAnswer(released.ToString(), stream.Rest, decision, stopped);
    }

    public StreamedOutput Begin() => Host.BeginOutput(Encoding.UTF8.GetBytes($$"""{"session":{"id":"{{Session}}"}{{Members}}}"""));

    /// <summary>The decision on the whole answer.</summary>
    public Decision Whole(string text) =>
        Host.Decide(
            "output",
            Encoding.UTF8.GetBytes(
                $$$"""{"session":{"id":"{{{Session}}}"}{{{Members}}},"output":{"text":{{{JsonSerializer.Serialize(text)}}}}}"""
            ));

    /// <summary>The answer as it goes on, or null where it does not.</summary>
    public string? Applied(Decision decision, string text) =>
        decision.Outcome >= Outcome.Hold ? null : decision.Content.Apply(Path, text, Host.LabelsOf(Session));
}

/// <summary>What became of an answer.</summary>
/// <param name="Released">What went on while it arrived.</param>
/// <param name="Rest">What went on at the end.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Stopped">It was said before the end that nothing more would go on.</param>
internal sealed record StreamedAnswer(string Released, string Rest, Decision Decision, bool Stopped);
