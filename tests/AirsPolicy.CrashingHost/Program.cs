using System.Globalization;
using System.Text;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Evidence.Notes;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Storage.Sqlite;

// crashing BUNDLE STORE KEY SEED. A host that decides until it is killed, by several threads, and says what it was told to be kept:
// 'drawn SESSION', 'held NUMBER', 'halted SESSION', a line each.
using var signer = new CheckpointSigner("log", await File.ReadAllTextAsync(args[2]));
using var store = SqliteStore.Open(args[1], new SqliteStoreOptions { RewriteAfterChanges = 200 });
var host = new PolicyHost(new PolicyHostOptions
{
    AllowUnsigned = true,
    Store = store,
    Evidence = new EvidenceOptions { Origin = "crashing", Signer = signer, SignAfter = TimeSpan.FromMilliseconds(20) },
});
if (host.Load(await File.ReadAllBytesAsync(args[0])) is { Activated: false } refused)
    throw new InvalidOperationException(refused.Reason);
var seed = int.Parse(args[3], CultureInfo.InvariantCulture);
Console.WriteLine("ready");
var threads = Enumerable.Range(0, 4).Select(thread => new Thread(() => Decide(new Random(seed * 4 + thread)))).ToList();
threads.ForEach(thread => thread.Start());
threads.ForEach(thread => thread.Join());

void Decide(Random random)
{
    while (true)
    {
        var session = $"s{random.Next(20)}";
        if (random.Next(40) == 0)
        {
            var halted = $"h{random.Next(1_000_000)}";
            if (Ask("input", $$$"""{"input":{"text":"stop everything"},"session":{"id":"{{{halted}}}"}}""", out _) == Outcome.Halt)
                Console.WriteLine($"halted {halted}");
        }
        else
        {
            var amount = random.Next(10) == 0 ? 50 : 1;
            var facts = $$$"""
                {"tool":"refund","args":{"order":"o","amount":{"amount":{{{amount}}},"currency":"EUR"}},
                 "session":{"id":"{{{session}}}"},"user":{"id":"asker"}}
                """;
            var outcome = Ask("tool_call", facts, out var waits);
            if (outcome == Outcome.Allow)
                Console.WriteLine($"drawn {session}");
            else if (waits is not null)
                Console.WriteLine($"held {waits}");
        }
    }
}

Outcome Ask(string point, string facts, out long? waits) => host.Decide(point, Encoding.UTF8.GetBytes(facts), out waits).Outcome;
