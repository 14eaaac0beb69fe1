using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Past;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Decisions;
using Xunit;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>A host that has loaded the bundle of a policy, held against the interpreter. What is held is left to silence.</summary>
internal sealed class HostSession
{
    private readonly PolicyInterpreter _interpreter;
    private readonly PolicyHost _host;
    private readonly TraceClock _clock = new();

    public HostSession(PolicyModel model, PolicyInterpreter interpreter)
    {
        _interpreter = interpreter;
        _host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Clock = _clock });
        var loaded = _host.Load(BundleBuilder.Build(model, []));
        Assert.True(loaded.Activated, loaded.Reason);
    }

    public void Compare(string what, SessionTrace trace, Differences differences)
    {
        var past = new EventTrace(_interpreter);
        var replay = new EventReplay(_interpreter);
        var waiting = new List<(int Recorded, long Due)>();
        foreach (var (place, request) in trace.Requests.Index())
        {
            _clock.Now = request.Now;
            foreach (var silent in waiting.Where(held => held.Due <= request.Now).OrderBy(held => held.Due).ThenBy(held => held.Recorded).ToList())
            {
                past.RefuseBySilence(silent.Recorded, silent.Due);
                waiting.Remove(silent);
            }
            var expected = _interpreter.Decide(request.Point, request.Facts, past);
            var decided = _host.Decide(request.Point, Encoding.UTF8.GetBytes(request.Facts));
            differences.Compare($"{what}, request {place} at '{request.Point}' on {request.Facts}", expected with { Bundle = _host.Digest }, decided);
            // What 'eval' and 'explain' ask.
            differences.Compare($"{what}, request {place} replayed at '{request.Point}'", expected, replay.Decide(request.Point, request.Facts, request.Now, answer: null).Decision);
            var recorded = past.Record(request.Point, request.Facts, expected, request.Now);
            if (expected.Outcome == Outcome.Hold)
                waiting.Add((recorded, SessionComparison.DueOf(expected, request.Now)));
        }
    }

    private sealed class TraceClock : TimeProvider
    {
        public long Now { get; set; } = SessionTrace.Start;

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
