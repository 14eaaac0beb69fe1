using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis.Claims;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Zip;
using AirsPolicy.Runtime.Programs.Tables.Json;
using AirsPolicy.Text.Unicode;
using static System.Text.Encoding;

namespace AirsPolicy.Compiler.Bundles;

/// <summary>Compiles a policy model into a bundle. The same model gives the same bytes on every machine.</summary>
public static class BundleBuilder
{
    /// <summary>The bytes of a bundle, with the decisions of the policy's own tests as vectors.</summary>
    /// <param name="model">A model without errors.</param>
    public static byte[] Build(PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var vectors = TestVectors.From(model).Select(vector => new DecisionVector(vector.Point, vector.Facts, vector.Decision, vector.Run));
        return Build(model, vectors.ToValueList());
    }

    /// <summary>The bytes of a bundle.</summary>
    /// <param name="model">A model without errors.</param>
    /// <param name="vectors">Decisions that the bundle must repeat before a host takes it.</param>
    public static byte[] Build(PolicyModel model, ValueList<DecisionVector> vectors)
    {
        ArgumentNullException.ThrowIfNull(model);
        var program = PolicyCompiler.Compile(model);
        var entries = new List<ZipEntry>
        {
            // The sources lie beside it.
            new(BundleFormat.Model, ModelJson.Write(model with { Sources = [] })),
            new(BundleFormat.Assembly, program.Image.AsMemory()),
            new(BundleFormat.Symbols, program.Symbols.AsMemory()),
            new(BundleFormat.Tables, TablesJson.Write(program.Tables)),
            new(BundleFormat.Vectors, VectorsJson.Write(vectors)),
        };
        entries.AddRange(model.Sources.Select(source => new ZipEntry(BundleFormat.Sources + source.Path, UTF8.GetBytes(source.Content))));
        return Bundle.Write(Manifest(model), entries);
    }

    private static BundleManifest Manifest(PolicyModel model) => new(
        BundleFormat.Version,
        model.Name,
        model.Version,
        BundleFormat.LanguageVersion,
        typeof(BundleBuilder).Assembly.GetName().Version!.ToString(3),
        CharacterTables.UnicodeVersion,
        BundleFormat.ContractVersion.ToString(),
        model.System?.Zone ?? "UTC",
        model.Hosts.Select(host => new BundleHost(host.Kind, host.Name)).ToValueList(),
        model.Providers.Select(provider => new BundleProvider(provider.Fact, provider.Provider, provider.Within)).ToValueList(),
        Claims(model),
        GovernanceParts.Accounts(model.Governance),
        GovernanceParts.Waivers(model),
        GovernanceParts.Inapplicable(model.Governance),
        model.Stops(),
        model.Audit?.Rules,
        []);

    // A tool without rules is no control; what it claims stands under the id that its rules would have. What a library can never do here is
    // not said of it.
    private static ValueList<BundleClaim> Claims(PolicyModel model)
    {
        var idle = IdleClaims.Of(model).Select(claim => (claim.By, claim.Id)).ToHashSet();
        BundleClaim Claim(string by, ValueList<string> satisfies, ValueList<string> mitigates, bool neverWaived) =>
            new(by, Carried(by, satisfies), Carried(by, mitigates), neverWaived);
        ValueList<string> Carried(string by, ValueList<string> ids) => ids.Where(id => !idle.Contains((by, id))).ToValueList();
        return model.Controls
            .Select(control => Claim(control.Id, control.Satisfies, control.Mitigates, control.NeverWaived))
            .Concat(model.Tools.Select(tool => Claim($"{model.Name}.tool.{tool.Name}", tool.Satisfies, tool.Mitigates, neverWaived: false)))
            .Where(claim => claim.NeverWaived || claim.Satisfies.Count + claim.Mitigates.Count > 0)
            .DistinctBy(claim => claim.Control, StringComparer.Ordinal)
            .OrderBy(claim => claim.Control, StringComparer.Ordinal)
            .ToValueList();
    }
}
