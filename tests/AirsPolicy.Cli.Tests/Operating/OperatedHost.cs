using System.Text;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Evidence.Notes;
using AirsPolicy.Hosting.Reviewing;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Queues;
using AirsPolicy.Storage.Sqlite;

namespace AirsPolicy.Cli.Tests.Operating;

/// <summary>A host with a store and a desk, as an operator meets it; what is operated ends with it.</summary>
internal sealed class OperatedHost : IAsyncDisposable
{
    private const string Policy = """
        policy shop version "1.0.0"

        audit {
          record full
          retain content 1d to 30d
        }

        system payouts "Payouts" { owner "payouts@shop.example" }

        tool pay {
          class irreversible
          args { to: text, amount: int }
          when args.amount < 0 then block
          when args.amount > 100 then hold for finance within 30m
        }
        queue finance "Finance" { sla 4h  reviewers "finance" }
        queue stock "Stock" { sla 1h  reviewers "stock" }

        control bad { at input  when text contains "bad" then block "No." }
        breaker each { per session  trip when count of refused input per session within 60s >= 2  open for 5m  probe 2 }

        pace guardrail {
          enter alternate when guardrail.tampered
          from alternate at output always flag
          recover alternate -> primary by "lead"
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _bundle;
    private readonly CheckpointSigner _signer;
    private SqliteStore _store = null!;
    private ReviewDesk? _desk;

    public OperatedHost()
    {
        _folder.Write("shop/shop.airs", Policy);
        var built = CliRun.Of("build", _folder.PathOf("shop"), "-o", _folder.PathOf("shop.airsb"));
        Assert.True(built.Code == 0, built.Error + built.Out);
        _bundle = File.ReadAllBytes(_folder.PathOf("shop.airsb"));
        Assert.Equal(0, CliRun.Of("keygen", _folder.PathOf("log")).Code);
        _signer = new CheckpointSigner("log", File.ReadAllText(_folder.PathOf("log.key")));
        Start();
    }

    public PolicyHost Host { get; private set; } = null!;

    public string Pipe { get; } = $"airs-{Guid.NewGuid():N}"[..20];

    public string Store => PathOf("airs.db");

    public string Key => PathOf("log.pub");

    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Opens the desk for somebody with these roles, who may operate where one of them is among the operators.</summary>
    /// <param name="roles">Their roles.</param>
    /// <param name="operators">The roles of operators.</param>
    public void OpenDesk(string[] roles, params string[] operators) =>
        _desk = ReviewDesk.Open(
            Host,
            new ReviewDeskOptions
            {
                Pipe = Pipe,
                Operators = [.. operators],
                Reviewers = user => user == Environment.UserName ? new Reviewer("ann", ReviewerKind.Person, [.. roles]) : null,
            });

    public Outcome Input(string session, string text = "hello") =>
        Host.Decide("input", Encoding.UTF8.GetBytes($$$"""{"input":{"text":"{{{text}}}"},"session":{"id":"{{{session}}}"}}""")).Outcome;

    public Outcome Output() => Host.Decide("output", """{"output":{"text":"hello"},"session":{"id":"s9"}}"""u8).Outcome;

    public void Pay(int amount) => Host.Decide(
        "tool_call",
        Encoding.UTF8.GetBytes($$$"""
            {"tool":"pay","args":{"to":"acme","amount":{{{amount}}}},"user":{"id":"u1"},"session":{"id":"s4"}}
            """));

    /// <summary>Signs what is recorded, and ends the host.</summary>
    public void End()
    {
        Assert.Null(Host.SignEvidence());
        _store.Dispose();
    }

    /// <summary>From now on the disk has no room, and something waits for it.</summary>
    public void FillDisk()
    {
        _store.MostPages = 1;
        Input("s1", new string('x', 50_000));
        SpinWait.SpinUntil(() => Host.StoreHealth!.Fault is not null, TimeSpan.FromMinutes(1));
    }

    /// <summary>Copies the store of the host that runs.</summary>
    public void Backup(string path) => _store.Backup(path);

    /// <summary>Begins again on the store.</summary>
    public void Start()
    {
        _store = SqliteStore.Open(Store);
        Host = new PolicyHost(new PolicyHostOptions
        {
            AllowUnsigned = true,
            Store = _store,
            Evidence = new EvidenceOptions { Origin = "shop/test", Signer = _signer },
        });
        Assert.Null(Host.Load(_bundle).Reason);
    }

    public async ValueTask DisposeAsync()
    {
        if (_desk is not null)
            await _desk.DisposeAsync();
        _store.Dispose();
        _signer.Dispose();
        _folder.Dispose();
    }
}
