using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Fuzzing.Targets;

/// <summary>A policy that reads facts of every type, and facts that fit it.</summary>
internal static class FuzzedPolicy
{
    private const string Source = """
        policy fuzzed version "1.0.0"

        system fuzzed { owner "fuzz@example.com" }
        queue people { sla 4h  reviewers "lead" }
        fact customer: { id: text, vip: bool, risk: share, since: date, cards: [text], note: text? } at tool_call
        detector promise { match "legally binding" weighs 70%  match /\bwe\s+will\s+refund\b/i weighs 60%  found at 60% }
        tool pay {
          class reversible
          args { to: text, amount: money GBP, weight: decimal, quantity: int, wait: duration, at: instant, band: one of [low, high] }
          when args.amount > 500 GBP and args.quantity > 3 then hold for people
          when sum of c.args.amount over tool_call c per session within 24h > 5_000 GBP then block
        }
        control cautious {
          at tool_call of pay
          on error block
          when customer.risk >= 80% or any c in customer.cards: pii.card.found(c) then block
          when promise.found(args.to) then flag
          when args.wait > 1h or args.weight < 0.5 then flag "odd"
        }

        """;

    public static IReadOnlyList<string> Facts { get; } =
    [
        """
            {"tool":"pay","args":{"to":"Ada","amount":19.5,"weight":2.25,"quantity":3,"wait":"5m","at":"2027-03-31T09:30:00Z","band":"low"},"session":{"id":"s"},
            "customer":{"id":"c","vip":false,"risk":0.1,"since":"2020-01-01","cards":["4929000000006"],"note":"\u00e9\ud83d\ude00"}}
            """,
        """{"tool":"pay","args":{"to":"legally binding","amount":{"amount":"700","currency":"GBP"},"weight":1e2,"quantity":9,"wait":90,"at":"2027-03-31T09:30:00+02:00","band":"high"},"session":{"id":"s"},"customer":{"id":"","vip":true,"risk":1,"since":"2024-02-29","cards":[]}}""",
    ];

    public static PolicyModel Model { get; } = Bind();

    private static PolicyModel Bind()
    {
        var tree = SyntaxTree.Parse(SourceText.From(Source, "fuzzed.airs"));
        var analysis = PolicyBinder.Bind(
            new PackageSyntax("fuzzed", [tree], new FolderFiles(AppContext.BaseDirectory)),
            ShippedLibrary.Instance);
        return analysis.Model ?? throw new InvalidOperationException(analysis.Diagnostics[0].ToString());
    }
}
