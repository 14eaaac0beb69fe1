using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Collections;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Hosting.Loading.Images;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What it costs to trust a bundle: the signature, and the instructions of its program.</summary>
internal static class LoadRows
{
    private const int Tools = 200;
    private const int Vectors = 100;
    private const int Rounds = 5;

    public static IEnumerable<QuickRow> All()
    {
        yield return new QuickRow(
            "load of a signed bundle, 1,000 controls and 100 vectors", "at most 2x without signature and instructions", Load);
    }

    private static QuickFigure Load()
    {
        using var key = SigningKey.Create();
        var bytes = Bundle.Sign(Build(), "bench", key);
        var keys = new TrustedKeys(new Dictionary<string, string> { ["bench"] = key.Public.ToPem() });
        var bundle = Bundle.Read(bytes);
        var image = bundle.Find(BundleFormat.Assembly)!.Value.ToArray();
        var times = Measure.Quickest(
            Rounds,
            () =>
            {
                if (new PolicyHost(new PolicyHostOptions { TrustedKeys = keys }).Load(bytes).Reason is { } reason)
                    throw new InvalidOperationException(reason);
            },
            () =>
            {
                _ = bundle.SignersAmong(keys);
                using var file = new PEReader(new MemoryStream(image));
                ImageCode.Check(file, new ImageNames(file.GetMetadataReader()));
            });
        return QuickFigure.Against(times[0], times[0] - times[1], 2, more: $", of it {QuickFigure.Time(times[1])}");
    }

    private static byte[] Build()
    {
        var model = Policy.Model(GeneratedPolicies.ToolMix(Tools));
        var host = Hosts.Of(model);
        return BundleBuilder.Build(model, Enumerable.Range(0, Vectors).Select(Vector).ToValueList());

        DecisionVector Vector(int number)
        {
            var facts = string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                {"tool":"tool_{{number}}","args":{"quantity":{{number * 30}},"ready":true,"region":"region-7","band":"middle",
                 "amount":{{number * 9}},"weight":3.5} }
                """);
            return new DecisionVector("tool_call", facts, host.Decide("tool_call", Encoding.UTF8.GetBytes(facts)) with { Bundle = null });
        }
    }
}
