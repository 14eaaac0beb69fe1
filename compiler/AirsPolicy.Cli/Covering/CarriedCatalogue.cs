using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Catalogues;

namespace AirsPolicy.Cli.Covering;

/// <summary>How much of a catalogue some packages carry.</summary>
/// <param name="Catalogue">The catalogue.</param>
/// <param name="Carried">The ids that something claims, ordered.</param>
/// <param name="Open">The ids that are decided at run time or by the build, and that nothing claims, ordered.</param>
/// <param name="Evidence">The ids that infrastructure and organisation carry: obligations to keep evidence, ordered.</param>
internal sealed record CarriedCatalogue(
    Catalogue Catalogue, ValueList<string> Carried, ValueList<string> Open, ValueList<string> Evidence)
{
    public static IEnumerable<CarriedCatalogue> Of(IEnumerable<PolicyModel> models)
    {
        var claimed = models.SelectMany(model => model.Governance.Claims).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        return ShippedCatalogues.All.Select(catalogue =>
        {
            var entries = catalogue.Entries.Values.OrderBy(entry => entry.Id, StringComparer.Ordinal).ToLookup(entry =>
                claimed.Contains(entry.Id) ? 0
                : entry.How is EnforcementKind.Infrastructure or EnforcementKind.Organisation ? 2
                : 1, entry => entry.Id);
            return new CarriedCatalogue(catalogue, entries[0].ToValueList(), entries[1].ToValueList(), entries[2].ToValueList());
        });
    }
}
