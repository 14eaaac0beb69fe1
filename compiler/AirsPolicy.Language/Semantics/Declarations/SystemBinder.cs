using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds the <c>system</c> of a policy.</summary>
internal static class SystemBinder
{
    private static readonly string[] s_streams = ["none", "buffered", "post_hoc"];

    /// <summary>The one system of the package, or null; reports one too many, too few, or in a library.</summary>
    public static SystemModel? Bind(BindingContext context, PackageSymbol package)
    {
        var systems = package.Syntax.Trees.SelectMany(tree => tree.Root.Declarations).OfType<SystemDeclarationSyntax>().ToList();
        if (package.IsPolicy && systems.Count == 0)
        {
            var header = package.Syntax.Trees[0].Root.Header;
            context.Report(ToolDiagnostics.SystemMissing, package.Syntax.Trees[0].Source, header.Span, package.Name);
            return null;
        }
        foreach (var extra in package.IsPolicy ? systems.Skip(1) : systems)
        {
            context.Report(
                ToolDiagnostics.SystemNotHere,
                extra.Keyword.Source,
                extra.Head.Name.Span,
                package.IsPolicy
                    ? $"'{package.Name}' already has a system."
                    : $"'{package.Name}' is a library, and only a policy has a system.");
        }
        return package.IsPolicy ? Bind(context, package, systems[0]) : null;
    }

    private static SystemModel Bind(BindingContext context, PackageSymbol package, SystemDeclarationSyntax syntax)
    {
        var source = syntax.Keyword.Source;
        var system = new SystemModel(syntax.Head.Name.Text, Literals.Text(syntax.Head.Title), null, [], null, null, "UTC", "none");
        var clauses = new ClauseSet(context, system.Name);
        foreach (var member in syntax.Block.Members)
        {
            switch (member)
            {
                case OwnerMemberSyntax owner when clauses.First("owner", owner):
                    system = system with { Owner = Literals.Text(owner.Text) };
                    break;
                case ModelMemberSyntax model when clauses.First("model", model):
                    system = system with
                    {
                        Models = Literals.Texts(model.Texts).ToValueList(),
                        Provider = Literals.Text(model.From?.Text),
                        Families = Literals.Texts(model.Families).ToValueList(),
                    };
                    break;
                case SystemTierMemberSyntax tier:
                    system = StatusBinder.Bind(context, system, tier, clauses);
                    break;
                case TextMemberSyntax { Keyword.Keyword: Keyword.Zone } zone when clauses.First("zone", zone):
                    system = system with { Zone = Literals.Text(zone.Text) ?? "UTC" };
                    break;
                case NameMemberSyntax { Keyword.Keyword: Keyword.Stream } stream when clauses.First("stream", stream):
                    if (stream.Name.IsMissing)
                        break;
                    if (!s_streams.Contains(stream.Name.Text))
                        context.ReportUnknown(
                            ToolDiagnostics.UnknownWord,
                            source,
                            stream.Name.Span,
                            stream.Name.Text,
                            s_streams,
                            stream.Name.Text,
                            "way to stream");
                    else
                        system = system with { Stream = stream.Name.Text };
                    break;
                case ProfileRecordMemberSyntax profile when clauses.First("profile", profile):
                    break; // Bound once the tiers are known.
            }
        }
        var known = context with { Tier = StatusBinder.TierOf(context, system) };
        StatusBinder.BindProfile(known, package, syntax.Block.Members.OfType<ProfileRecordMemberSyntax>().FirstOrDefault());
        foreach (var name in system.Models)
            context.Hosts.Add(new HostBinding("model", name));
        if (system.Provider is { } provider)
            context.Hosts.Add(new HostBinding("provider", provider));
        return system;
    }
}
