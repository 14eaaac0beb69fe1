using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics.Audits;
using AirsPolicy.Language.Semantics.Declarations;
using AirsPolicy.Language.Semantics.Governance;
using AirsPolicy.Language.Semantics.Labels;
using AirsPolicy.Language.Semantics.Phases;

namespace AirsPolicy.Language.Semantics;

/// <summary>
/// Binds the declarations of a package and of those in force with it, in phases: what can be named, what is given, what decides, what is
/// tested. Each phase takes what those before it have found.
/// </summary>
internal sealed class ModelBinder(BindingContext context)
{
    public PolicyModel Bind()
    {
        foreach (var package in context.InForce)
            LimitControls.CheckNamed(context, package);
        var vocabulary = new VocabularyPhase(context).Bind();
        var values = new ValuesPhase(vocabulary.Context).Bind(vocabulary);
        var known = values.Context;
        var rules = new RulesPhase(known).Bind(vocabulary);
        var past = rules.Past;
        var detectors = values.Detectors.Used(DetectorUse.Of(past.Controls, past.Aggregates, past.Limits, past.WatchedConditions()));
        var classifiers = values.Detectors.Providers(detectors).ToList();
        known.Hosts.UnionWith(classifiers.Select(classifier => new HostBinding("classifier", classifier.Provider)));
        var audit = new AuditBinder(known, vocabulary.Table).Bind();
        var tests = new TestsPhase(known with { IsAside = true }).Bind(vocabulary);
        var tools = vocabulary.Tools.Select(tool => tool.Model(known)).ToValueList();
        return new PolicyModel(
            context.Root.Name,
            context.Root.Version,
            context.Root.IsPolicy,
            vocabulary.System,
            GovernanceBinder.Bind(known, rules.Waivers, vocabulary.System?.Owner),
            vocabulary.Table.Layouts,
            tools,
            rules.Agents.Model is { } agents ? agents with { Runs = past.Runs } : null,
            detectors,
            known.Queues.Values.ToValueList(),
            past.Controls.ToValueList(),
            past.Aggregates,
            past.Limits,
            rules.Labels,
            new ContentSources(vocabulary.Table, known.Has(BindingMark.OriginAsked)).Of([.. tools], rules.Labels, past.Controls),
            values.Providers.Concat(classifiers).OrderBy(provider => provider.Fact, StringComparer.Ordinal).ToValueList(),
            known.Hosts.OrderBy(host => host.Kind, StringComparer.Ordinal).ThenBy(host => host.Name, StringComparer.Ordinal).ToValueList(),
            tests.Tests,
            Sources(),
            past.Charts,
            past.Breakers,
            tests.Proofs,
            rules.Judges,
            audit,
            known.Data.Values.Where(data => data is not null && known.AskedData.Contains(data.Table.Name)).Select(data => data!.Table)
                .OrderBy(table => table.Name, StringComparer.Ordinal).ToValueList());
    }

    private ValueList<SourceModel> Sources()
    {
        return context.Root.All().SelectMany(package =>
                package.Syntax.Trees.Select(tree => new SourceModel(package.PathOf(tree.Source), tree.Source.Normalized())))
            .Concat(context.Files.Select(file => new SourceModel(file.Key, file.Value.ReplaceLineEndings("\n"))))
            .OrderBy(source => source.Path, StringComparer.Ordinal)
            .ToValueList();
    }
}
