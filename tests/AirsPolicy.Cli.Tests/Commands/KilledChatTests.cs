using System.Diagnostics;
using AirsPolicy.AriaChat;
using AirsPolicy.Cli.Reviewing;
using AirsPolicy.Cli.Tests.Reviewing;
using AirsPolicy.Hosting.Evidence;
using AirsPolicy.Hosting.Evidence.Checking;
using AirsPolicy.Hosting.Evidence.Notes;
using AirsPolicy.Hosting.Tests.Evidence;
using AirsPolicy.Language.Tests.Corpus;
using AirsPolicy.ScriptedModel;
using AirsPolicy.Storage.Sqlite;
using Xunit.Abstractions;

namespace AirsPolicy.Cli.Tests.Commands;

/// <summary>The conversation of <c>docs/guide/console.md</c> on a store, while its process is killed again and again.</summary>
public sealed class KilledChatTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly string _pipe = $"airs-{Guid.NewGuid():N}"[..20];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_conversation_goes_on_after_each_kill_and_forgets_nothing()
    {
        var bundle = _folder.PathOf("console.airsb");
        var built = CliRun.Of("build", Path.Combine(RepositoryFolder.Root, "policies", "examples", "console"), "-o", bundle);
        Assert.True(built.Code == 0, built.Error + built.Out);
        await using var model = ModelServer.Start(AriaScript.Replies);

        Killed(model, bundle, ("I lost my card, send a new one.", "[waits for the card desk"));
        Killed(model, bundle, Approve, ("/waiting", "order_card"));
        Killed(
            model,
            bundle,
            ("/resume", "A new card is on its way."),
            ("/judge", "failed 0 times"),
            ("When are you open?", "until five"),
            ("/judge", "failed 1 times"));
        Killed(
            model,
            bundle,
            ("Thank you.", "A colleague reads this conversation."),
            ("/judge", "failed 0 times"),
            ("/recover on-call", "recovery: Block"));
        Killed(
            model,
            bundle,
            ("/later 15", "later"),
            ("/recover on-call", "recovery: Allow"),
            ("/recover on-call", "recovery: Allow"),
            ("Goodbye.", "Goodbye."));

        var leaves = Leaves();
        var held = Assert.Single(leaves, leaf => leaf.Kind == EvidenceKind.Hold).Held;
        Assert.Equal(
            ["Hold hold", "Review complete", "Decision allow", "Execution done"],
            leaves.Where(leaf => leaf.Held == held).Select(leaf => $"{leaf.Kind} {leaf.Outcome}"));
        Assert.Equal(5, leaves.Count(leaf => leaf.Kind == EvidenceKind.Reload));

        // And by the commands of an auditor. A key is known by the name of its file.
        File.Copy(_folder.PathOf("airs.db.pub"), _folder.PathOf("console.pub"));
        var verified = CliRun.Of("audit", "verify", _folder.PathOf("airs.db"), "--key", _folder.PathOf("console.pub"));
        Assert.True(verified.Code == 0, verified.Error + verified.Out);
        var shown = CliRun.Of("audit", "show", _folder.PathOf("airs.db"), "--held", $"{held}");
        Assert.True(shown.Code == 0, shown.Error + shown.Out);
        foreach (var word in (string[])["hold", "review", "@desk", "decision", "execution", "order_card"])
            Assert.Contains(word, shown.Out, StringComparison.Ordinal);
        var export = CliRun.Of("audit", "export", _folder.PathOf("airs.db"), "--output", _folder.PathOf("evidence"));
        Assert.True(export.Code == 0, export.Error + export.Out);
        AssertOpensslAgrees();
    }

    [Fact]
    public async Task An_answer_that_waits_is_delivered_once_whenever_the_application_is_killed()
    {
        var bundle = _folder.PathOf("desk.airsb");
        _folder.Write(
            "desk/desk.airs",
            """
            policy desk
            system desk { owner "o"  stream none }
            queue people { sla 1h  reviewers "card-desk" }
            control hours { at output  when text contains "until" then hold for people }

            """);
        var built = CliRun.Of("build", _folder.PathOf("desk"), "-o", bundle);
        Assert.True(built.Code == 0, built.Error + built.Out);
        await using var model = ModelServer.Start(AriaScript.Replies);

        Killed(model, bundle, ("When are you open?", "This waits for a person"));
        Killed(model, bundle, ("When are you open?", "This waits for a person"));
        Killed(model, bundle, Approve);
        Killed(model, bundle, ("When are you open?", "until five"));
        Assert.Single(model.Requests);
        Killed(model, bundle, ("When are you open?", "This waits for a person"));
        Assert.Equal(2, model.Requests.Count);

        var leaves = Leaves();
        var held = leaves.First(leaf => leaf.Kind == EvidenceKind.Hold).Held;
        var chain = leaves.Where(leaf => leaf.Held == held).Select(leaf => $"{leaf.Kind} {leaf.Outcome}").ToList();
        Assert.Equal(("Hold hold", 1, "Decision allow"), (chain[0], chain.Count(said => said == "Review complete"), chain[^1]));
    }

    // What the host has recorded, which is sound.
    private List<EvidenceLeaf> Leaves()
    {
        using var store = SqliteStore.Open(_folder.PathOf("airs.db"));
        var keys = new CheckpointKeys(new Dictionary<string, string> { ["console"] = File.ReadAllText(_folder.PathOf("airs.db.pub")) });
        var report = EvidenceCheck.Run(store.Evidence, keys);
        // A process that is killed within a second of its first record has signed nothing yet.
        Assert.Empty(report.Findings.Where(finding => finding.Fault != EvidenceFault.Unsigned).Select(finding => finding.ToString()));
        return
        [
            .. store.Evidence
                .Leaves(0, store.Evidence.Count)
                .Select(bytes => EvidenceLeaf.TryRead(bytes.Span, out var leaf, out var why) ? leaf : throw new InvalidDataException(why)),
        ];
    }

    // As docs/reference/evidence.md says it.
    private void AssertOpensslAgrees()
    {
        if (new OpensslFactAttribute().Skip is { } reason)
        {
            output.WriteLine($"The signature was not checked by hand: {reason}");
            return;
        }
        const string check = """
            head -n 3 checkpoint > ../text
            sed -n 5p checkpoint | cut -d ' ' -f 3 | base64 -d | tail -c +5 > ../signature
            openssl dgst -sha256 -verify ../console.pub -signature ../signature ../text
            """;
        Assert.Equal((0, "Verified OK\n"), OpensslFactAttribute.Run("sh", _folder.PathOf("evidence"), "-c", check));
    }

    // One process of the conversation: each line is typed once the words before it have come, and then the process is killed.
    private void Killed(ModelServer model, string bundle, params (string Line, string Expected)[] lines) =>
        Killed(model, bundle, () => { }, lines);

    private void Killed(ModelServer model, string bundle, Action before, params (string Line, string Expected)[] lines)
    {
        var tests = Path.Combine(AppContext.BaseDirectory, "AirsPolicy.Cli.Tests");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])
            [
                "exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json",
                Path.Combine(AppContext.BaseDirectory, "aria.dll"),
                bundle, model.Endpoint.ToString(), _pipe, _folder.PathOf("airs.db"),
            ])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            Ask(process, errors, ("/ready", "Commands:"));
            before();
            foreach (var line in lines)
                Ask(process, errors, line);
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static void Ask(Process process, Task<string> errors, (string Line, string Expected) line)
    {
        process.StandardInput.WriteLine(line.Line);
        // The next command comes back once the answer has: what was said in between is the answer.
        process.StandardInput.WriteLine("/end");
        process.StandardInput.Flush();
        var said = new List<string>();
        var ended = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } next)
            {
                if (next == "> /end")
                    return true;
                said.Add(next);
            }
            return false;
        });
        Assert.True(ended.Wait(s_patience), $"No answer to '{line.Line}' so far: {string.Join('\n', said)}");
        Assert.True(ended.Result, $"It ended at '{line.Line}': {string.Join('\n', said)} {(process.HasExited ? errors.Result : "")}");
        Assert.Contains(said, text => text.Contains(line.Expected, StringComparison.Ordinal));
    }

    // Takes the express away, and approves it as it is then.
    private void Approve()
    {
        using var desk = new PipeDesk(_pipe);
        var console = new FakeConsole("\ra");
        console.Lines.Enqueue("y");
        new ReviewView(desk, console, null, TimeProvider.System).Run();
    }
}
