using System.Diagnostics;
using System.Globalization;
using System.Text;
using AirsPolicy.Classifiers.Onnx.Tests.Models;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Evidence.Checking;
using AirsPolicy.Hosting.Evidence.Notes;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Storage.Sqlite.Tests;

/// <summary>
/// A real host that is killed while four threads decide, again and again on one store. <c>AIRS_CRASHES</c> says how often; 3 by default.
/// </summary>
public sealed class KilledHostTests : IDisposable
{
    private const string Policy = """
        policy shop
        system s { owner "o" }
        queue desk { sla 15m  reviewers "manager" }
        tool refund "Refund" {
          class reversible
          args { order: text, amount: money EUR }
          limit total "At most 1_000_000 EUR" 1_000_000 EUR of args.amount per session
          when args.amount > 20 EUR then hold for desk
        }
        control stop { at input  when text contains "stop everything" then halt session }

        """;

    private readonly StoreFolder _folder = new();
    private readonly Dictionary<string, int> _drawn = [];
    private readonly HashSet<string> _halted = [];
    private readonly HashSet<long> _held = [];
    private readonly byte[] _bundle = BuiltPolicy.Of(Policy);

    private static int Crashes =>
        int.TryParse(Environment.GetEnvironmentVariable("AIRS_CRASHES"), CultureInfo.InvariantCulture, out var crashes) ? crashes : 3;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_that_was_acknowledged_is_lost_and_the_evidence_is_sound_after_every_kill()
    {
        using var key = SigningKey.Create();
        File.WriteAllBytes(_folder.PathOf("bundle"), _bundle);
        File.WriteAllText(_folder.PathOf("key"), key.ToPem());
        var keys = new CheckpointKeys(new Dictionary<string, string> { ["log"] = key.Public.ToPem() });
        for (var crash = 0; crash < Crashes; crash++)
        {
            Crash(crash);
            Look(keys);
        }
        Assert.True(_drawn.Count > 0 && _held.Count > 0);
    }

    private void Crash(int seed)
    {
        var random = new Random(seed);
        var tests = Path.Combine(AppContext.BaseDirectory, "AirsPolicy.Storage.Sqlite.Tests");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])
            [
                "exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json",
                Path.Combine(AppContext.BaseDirectory, "crashing.dll"),
                _folder.PathOf("bundle"), _folder.PathOf("airs.db"), _folder.PathOf("key"), $"{seed}",
            ])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        Assert.Equal("ready", process.StandardOutput.ReadLine());
        for (var lines = random.Next(1, 400); lines > 0 && process.StandardOutput.ReadLine() is { } line; lines--)
            Note(line);
        process.Kill();
        // What it had said before it was killed counts as well, but for a line that was cut.
        var rest = process.StandardOutput.ReadToEnd();
        foreach (var line in rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Note(line);
        process.WaitForExit();
    }

    private void Note(string line)
    {
        var (what, of) = (line.Split(' ')[0], line.Split(' ')[1]);
        if (what == "drawn")
            _drawn[of] = _drawn.GetValueOrDefault(of) + 1;
        else if (what == "held")
            _held.Add(long.Parse(of, CultureInfo.InvariantCulture));
        else
            _halted.Add(of);
    }

    private void Look(CheckpointKeys keys)
    {
        using var store = SqliteStore.Open(_folder.PathOf("airs.db"));
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true, Store = store });
        Assert.Null(host.Load(_bundle).Reason);
        foreach (var (session, drawn) in _drawn)
        {
            var state = host.State!.Limits.Peek(0, new StateKeyWriter().Add(session).ToKey(), 0).Amount;
            // What waits is set aside, and counts too.
            Assert.True(Units(state) >= drawn, $"Of {drawn} EUR that were drawn in {session} there are {Units(state)}.");
        }
        foreach (var session in _halted)
            Assert.Equal(
                Outcome.Halt,
                host.Decide("input", Encoding.UTF8.GetBytes($$$"""{"input":{"text":"hi"},"session":{"id":"{{{session}}}"}}""")).Outcome);
        Assert.Superset(_held, host.Waiting().Select(waiting => waiting.Number).ToHashSet());
        var report = EvidenceCheck.Run(store.Evidence, keys);
        Assert.Empty(report.Findings.Select(finding => finding.ToString()));
    }

    private static decimal Units(Int128 amount) => (decimal)(amount / 1_000_000_000_000);
}
