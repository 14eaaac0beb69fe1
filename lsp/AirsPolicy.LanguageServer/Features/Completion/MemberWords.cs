using System.Collections.Frozen;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>The words that open a member of each declaration, as the grammar lists them.</summary>
internal static class MemberWords
{
    private static readonly Keyword[] s_meta =
        [Keyword.Owner, Keyword.Approved, Keyword.Effective, Keyword.Review, Keyword.Severity, Keyword.Satisfies, Keyword.Mitigates];

    private static readonly Keyword[] s_rules = [Keyword.When, Keyword.Always, Keyword.Let];

    private static readonly Keyword[] s_grants =
    [
        Keyword.Kind, Keyword.Tools, Keyword.Never, Keyword.Covers, Keyword.Reads, Keyword.Writes, Keyword.Follows, Keyword.Delegates,
        Keyword.Goal, Keyword.Model, Keyword.Limit, .. s_rules, .. s_meta,
    ];

    private static readonly FrozenDictionary<Keyword, Keyword[]> s_byDeclaration = new Dictionary<Keyword, Keyword[]>
    {
        [Keyword.System] = [Keyword.Model, Keyword.Tier, Keyword.Zone, Keyword.Stream, Keyword.Profile, .. s_meta],
        [Keyword.Scheme] = [Keyword.Profile, Keyword.Ladder, Keyword.Score, Keyword.Raise, Keyword.At, Keyword.Only],
        [Keyword.Tier] = [Keyword.Rank, Keyword.Requires],
        [Keyword.Detector] = [Keyword.Match, Keyword.Except, Keyword.View, Keyword.Score, Keyword.Found, Keyword.Timeout, Keyword.On],
        [Keyword.Label] = [Keyword.From, Keyword.Reaches],
        [Keyword.Tool] =
        [
            Keyword.Class,
            Keyword.Args,
            Keyword.Result,
            Keyword.Labels,
            Keyword.Scope,
            Keyword.On,
            Keyword.Limit,
            .. s_rules,
            .. s_meta,
        ],
        [Keyword.Group] = [Keyword.Tools],
        [Keyword.Agent] = s_grants,
        [Keyword.Workflow] = s_grants,
        [Keyword.Control] = [Keyword.At, .. s_rules, Keyword.On, Keyword.Mode, Keyword.Never, .. s_meta],
        [Keyword.Judge] =
        [
            Keyword.Model, Keyword.At, Keyword.Sample, Keyword.Timing, Keyword.Timeout, Keyword.On, Keyword.Mode, Keyword.Prompt,
            Keyword.Returns, Keyword.Precedents, Keyword.Calibrate, .. s_rules, .. s_meta,
        ],
        [Keyword.Queue] =
        [
            Keyword.Sla,
            Keyword.Reviewers,
            Keyword.Approvals,
            Keyword.Priority,
            Keyword.Canary,
            Keyword.Sample,
            .. s_meta,
        ],
        [Keyword.Breaker] =
        [
            Keyword.Per,
            Keyword.Trip,
            Keyword.Open,
            Keyword.Probe,
            Keyword.Close,
            .. s_rules,
            Keyword.Satisfies,
            Keyword.Mitigates,
        ],
        [Keyword.Pace] = [Keyword.Enter, Keyword.From, Keyword.Recover, Keyword.Fallback, Keyword.Depends, Keyword.Tested],
        [Keyword.Audit] = [Keyword.Record, Keyword.Also, Keyword.Mask, Keyword.Retain],
        [Keyword.Prove] = [Keyword.At, Keyword.When, Keyword.Then],
        [Keyword.Test] =
        [
            Keyword.Given,
            Keyword.Expect,
            Keyword.Advance,
            Keyword.Judge,
            Keyword.Queue,
            Keyword.Recover,
            Keyword.Repeat,
            Keyword.Cases,
        ],
    }.ToFrozenDictionary();

    /// <summary>The words in the order in which they are offered; none for a declaration without a block.</summary>
    public static IReadOnlyList<Keyword> Of(Keyword declaration) => s_byDeclaration.GetValueOrDefault(declaration, []);
}
