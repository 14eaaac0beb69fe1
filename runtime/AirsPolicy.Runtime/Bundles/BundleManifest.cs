using AirsPolicy.Collections;
using AirsPolicy.Runtime.Audits;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Runtime.Bundles;

/// <summary>What a bundle says of itself.</summary>
/// <param name="FormatVersion">The version of the format.</param>
/// <param name="Package">The name of the policy's package.</param>
/// <param name="PolicyVersion">The declared version of the policy, or null.</param>
/// <param name="LanguageVersion">The version of the language it is written in.</param>
/// <param name="CompilerVersion">The version of the compiler that made it.</param>
/// <param name="UnicodeVersion">The version of Unicode that its texts are folded by.</param>
/// <param name="ContractVersion">The version of the runtime that its code is compiled against.</param>
/// <param name="Zone">The IANA time zone in which <c>today</c> is meant.</param>
/// <param name="Hosts">The quoted names that the host binds, ordered by kind and name.</param>
/// <param name="Providers">The facts that a provider of the host gives, ordered by fact.</param>
/// <param name="Claims">The catalogue ids that controls and tools claim, ordered by control; those without any are left out.</param>
/// <param name="Accounts">Who answers for what, ordered by declaration.</param>
/// <param name="Waivers">What is waived and until when, ordered by what it is.</param>
/// <param name="Inapplicable">What does not apply to the system and until when, ordered by id.</param>
/// <param name="Stops">What happens to work in flight at a halt, ordered by tool.</param>
/// <param name="Audit">What is recorded of decisions, and for how long that is kept; null where the policy says nothing.</param>
/// <param name="Entries">Every other entry but signatures, ordered by name.</param>
public sealed record BundleManifest(
    int FormatVersion,
    string Package,
    string? PolicyVersion,
    string LanguageVersion,
    string CompilerVersion,
    string UnicodeVersion,
    string ContractVersion,
    string Zone,
    ValueList<BundleHost> Hosts,
    ValueList<BundleProvider> Providers,
    ValueList<BundleClaim> Claims,
    ValueList<BundleAccount> Accounts,
    ValueList<BundleWaiver> Waivers,
    ValueList<BundleInapplicable> Inapplicable,
    ValueList<ToolStop> Stops,
    AuditRules? Audit,
    ValueList<BundleDigest> Entries);

/// <summary>A quoted name that the host binds.</summary>
/// <param name="Kind">
/// What it names: <c>notify</c>, <c>require</c>, <c>reviewers</c>, <c>model</c>, <c>provider</c>, <c>fact</c>, <c>classifier</c>.
/// </param>
/// <param name="Name">The name.</param>
public sealed record BundleHost(string Kind, string Name);

/// <summary>A fact that a provider of the host gives.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Provider">The provider, a name that the host binds.</param>
/// <param name="Within">
/// How long it may take, in ticks of 100 ns, after which the fact is missing; null where the policy sets no time.
/// </param>
public sealed record BundleProvider(string Fact, string Provider, long? Within);

/// <summary>What a control claims.</summary>
/// <param name="Control">The qualified id of the control (<c>shop.refunds.tool.refund</c> for a tool).</param>
/// <param name="Satisfies">Catalogue ids it satisfies, in the order written.</param>
/// <param name="Mitigates">Catalogue ids it mitigates, in the order written.</param>
/// <param name="NeverWaived">No waiver may take it out of force.</param>
public sealed record BundleClaim(string Control, ValueList<string> Satisfies, ValueList<string> Mitigates, bool NeverWaived);

/// <summary>Who answers for a declaration.</summary>
/// <param name="Declaration">The qualified id of the declaration; of the system its name.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="ApprovedBy">Who approved it, or null.</param>
/// <param name="Effective">The first day on which the bundle activates, or null.</param>
/// <param name="Review">The last day by which it is to be reviewed, or null.</param>
public sealed record BundleAccount(string Declaration, string? Owner, string? ApprovedBy, DateOnly? Effective, DateOnly? Review);

/// <summary>What is waived.</summary>
/// <param name="Subject">The qualified id of a control, or an id of a catalogue.</param>
/// <param name="IsId">It is an id that nothing satisfies: the bundle does not activate after the end.</param>
/// <param name="Because">The reason.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="Role">In which role they approved it, or null.</param>
/// <param name="Until">The last day.</param>
/// <param name="With">The qualified ids of the controls that compensate.</param>
/// <param name="Requirements">The requirements of tiers that are not met until then.</param>
public sealed record BundleWaiver(
    string Subject,
    bool IsId,
    string Because,
    string ApprovedBy,
    string? Role,
    DateOnly Until,
    ValueList<string> With,
    ValueList<BundleRequirement> Requirements);

/// <summary>What does not apply to the system, so that no tier requires it; after the end the bundle does not activate.</summary>
/// <param name="Id">The id of a catalogue.</param>
/// <param name="Because">The reason.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="Role">In which role they approved it, or null.</param>
/// <param name="Until">The last day.</param>
/// <param name="Tiers">The tiers in which the system stands and that would require it.</param>
public sealed record BundleInapplicable(
    string Id,
    string Because,
    string ApprovedBy,
    string? Role,
    DateOnly Until,
    ValueList<string> Tiers);

/// <summary>A requirement of a tier.</summary>
/// <param name="Tier">The tier in which the system stands (<c>airs.high</c>).</param>
/// <param name="Id">The id of a catalogue that the tier requires.</param>
public sealed record BundleRequirement(string Tier, string Id);

/// <summary>The digest of an entry.</summary>
/// <param name="Name">The name of the entry.</param>
/// <param name="Sha256">SHA-256 of its bytes in lower-case hexadecimal.</param>
public sealed record BundleDigest(string Name, string Sha256);
