using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>
/// How a tier is computed from the profile of a system: the scores are summed and looked up in the ladder, then <c>at least</c>, then
/// <c>raise</c>.
/// </summary>
/// <param name="Name">The qualified name (<c>airs.tiers.airs</c>).</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Profile">What is asked of a system: one fact, <c>profile</c>. All its members may be absent.</param>
/// <param name="Ladder">The tiers that a score leads to, rising.</param>
/// <param name="Rules">What counts and what overrides, in the order written, which says nothing.</param>
/// <param name="Tiers">All tiers of the scheme, by rank from the lowest.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record SchemeModel(
    string Name,
    string? Title,
    PointLayout Profile,
    ValueList<LadderStepModel> Ladder,
    ValueList<SchemeRuleModel> Rules,
    ValueList<TierModel> Tiers,
    SourcePlace Place);

/// <summary>A step of a ladder.</summary>
/// <param name="Tier">The tier, by its place among those of the scheme.</param>
/// <param name="UpTo">The highest score that is still in it; null for the last.</param>
public sealed record LadderStepModel(int Tier, long? UpTo);

/// <summary>What a rule of a scheme does.</summary>
public enum SchemeRuleKind
{
    /// <summary>Adds to the score.</summary>
    Score,

    /// <summary>The tier in place of the ladder's.</summary>
    Only,

    /// <summary>The least tier.</summary>
    AtLeast,

    /// <summary>Raises the tier by some ranks.</summary>
    Raise,
}

/// <summary>A rule of a scheme.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Value">The score, the number of ranks, or the place of the tier among those of the scheme.</param>
/// <param name="Where">When it counts: a condition over the profile.</param>
/// <param name="Because">The reason.</param>
public sealed record SchemeRuleModel(SchemeRuleKind Kind, long Value, Expression Where, string Because);

/// <summary>A tier of a scheme. What it requires is required by all tiers above it as well.</summary>
/// <param name="Name">The bare name (<c>high</c>).</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Ids">The ids that something in force has to satisfy or mitigate.</param>
/// <param name="Values">The bounds of what the policy declares.</param>
/// <param name="Approvers">
/// The roles of which one approves a waiver, a list for each clause; of all tiers the highest that has any counts.
/// </param>
public sealed record TierModel(
    string Name,
    string? Title,
    ValueList<RequiredIdModel> Ids,
    ValueList<RequiredValueModel> Values,
    ValueList<ValueList<string>> Approvers);

/// <summary>An id that a tier requires.</summary>
/// <param name="Id">The id.</param>
/// <param name="Entry">What its catalogue says of it.</param>
public sealed record RequiredIdModel(string Id, EntryModel Entry);

/// <summary>A bound that a tier sets.</summary>
/// <param name="Path">What is bounded, as the table of requirements has it (<c>queue.sla</c>).</param>
/// <param name="IsLeast">It is the least value; else the most.</param>
/// <param name="Value">The bound.</param>
/// <param name="Text">The bound as it is written.</param>
public sealed record RequiredValueModel(string Path, bool IsLeast, ConstantExpression Value, string Text);

/// <summary>That the system stands in a tier.</summary>
/// <param name="Scheme">The qualified name of the scheme.</param>
/// <param name="Tier">The tier, by its place among those of the scheme.</param>
/// <param name="Written">The tier as the system writes it (<c>airs.high</c>).</param>
/// <param name="Because">The reason, or null.</param>
/// <param name="Profile">What the system says of itself that the scheme asks for, as JSON of the one fact <c>profile</c>.</param>
/// <param name="Place">Where the tier is written.</param>
public sealed record StandingModel(string Scheme, int Tier, string Written, string? Because, string Profile, SourcePlace Place);
