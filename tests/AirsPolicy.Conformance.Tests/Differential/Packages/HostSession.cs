using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>
/// A host held against the interpreter. Its bundle is exchanged between requests, and while an answer arrives in parts. What is held is
/// left to silence.
/// </summary>
internal sealed class HostSession
{
    private readonly PolicyInterpreter _interpreter;
    private readonly ExchangedBundles _bundles;
    private readonly PolicyHost _host;
    private readonly TraceClock _clock = new();

    public HostSession(PolicyInterpreter interpreter, ExchangedBundles bundles)
    {
        (_interpreter, _bundles) = (interpreter, bundles);
        _host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock });
        bundles.Begin(_host);
    }

    public void Compare(string what, SessionTrace trace, Differences differences)
    {
        var past = new EventTrace(_interpreter);
        var replay = new EventReplay(_interpreter);
        var waiting = new List<(int Recorded, long Due)>();
        var random = new Random(trace.Requests.Count);
        foreach (var (place, request) in trace.Requests.Index())
        {
            _clock.Now = request.Now;
            foreach (
                var silent in waiting
                    .Where(held => held.Due <= request.Now)
                    .OrderBy(held => held.Due)
                    .ThenBy(held => held.Recorded)
                    .ToList())
            {
                past.RefuseBySilence(silent.Recorded, silent.Due);
                waiting.Remove(silent);
            }
            if (random.Next(12) == 0)
                _bundles.Exchange(_host, random, "between requests");
            var expected = _interpreter.Decide(request.Point, request.Facts, past);
            var bundle = _host.Digest;
            differences.Compare(
                $"{what}, request {place} at '{request.Point}' on {request.Facts}",
                expected with
                {
                    Bundle = bundle,
                },
                Decide(request, random));
            // What 'eval' and 'explain' ask.
            differences.Compare(
                $"{what}, request {place} replayed at '{request.Point}'",
                expected,
                replay.Decide(request.Point, request.Facts, request.Now, answer: null).Decision);
            var recorded = past.Record(request.Point, request.Facts, expected, request.Now);
            if (expected.Outcome == Outcome.Hold)
                waiting.Add((recorded, SessionComparison.DueOf(expected, request.Now)));
        }
    }

    private Decision Decide(SessionRequest request, Random random)
    {
        if (request.Point != "output"
            || JsonNode.Parse(request.Facts)!["output"] is not JsonObject { Count: 1 } output
            || output["text"] is not JsonValue text)
            return _host.Decide(request.Point, Encoding.UTF8.GetBytes(request.Facts));
        var (answer, middle) = (text.GetValue<string>(), 0);
        using var stream = _host.BeginOutput(Encoding.UTF8.GetBytes(request.Facts));
        for (var parts = random.Next(1, 4); parts > 1; parts--)
        {
            var next = random.Next(middle, answer.Length + 1);
            stream.Feed(answer.AsSpan(middle, next - middle));
            middle = next;
            if (random.Next(2) == 0)
                _bundles.Exchange(_host, random, "while an answer streams");
        }
        stream.Feed(answer.AsSpan(middle));
        // What was shown before its end is another's to test.
        return stream.End() with { Retracted = false };
    }

    private sealed class TraceClock : TimeProvider
    {
        public long Now { get; set; } = SessionTrace.Start;

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
