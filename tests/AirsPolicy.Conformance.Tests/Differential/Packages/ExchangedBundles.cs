using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Hosting;

namespace AirsPolicy.Conformance.Tests.Differential.Packages;

/// <summary>
/// The bundles that a host is given in mid-session: that of a package, that of the same package with more in it which decides nothing, and
/// that of another policy. It must make no difference when they are loaded.
/// </summary>
internal sealed class ExchangedBundles
{
    // It counts and limits what the package does not know of, and comes first, so that everything has another number. It adds no line:
    // rules keep theirs.
    private const string More =
        "control at_prompts { at prompt  when count of refused input per user within 1h > 1_000_000 then flag } limit many_of_prompts " +
        "1_000_000 per user within 1h at prompt";

    private const string Request = """{"input":{"text":"alpha","source":"user"},"user":{"id":"u1"},"session":{"id":"SESSION"}}""";

    private static readonly byte[] s_other = BundleBuilder.Build(BoundPolicy.Drawn(
        """
        policy random.other
        system s { owner "tests" }
        limit questions 3 per session within 1h at input
        control often { at input  when count of input per user within 1m > 1 then flag }
        """));

    private readonly byte[] _package;
    private readonly byte[] _more;
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public ExchangedBundles(PackageDraw draw)
    {
        const string Head = "system s { owner \"tests\" }";
        _package = BundleBuilder.Build(draw.Model, []);
        _more = BundleBuilder.Build(BoundPolicy.Drawn(draw.Text.Replace(Head, $"{Head} {More}", StringComparison.Ordinal)), []);
    }

    /// <summary>How often each was loaded, and when.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Loads the package as the first bundle.</summary>
    public void Begin(PolicyHost host) => Load(host, _package);

    /// <summary>Loads one or two of them; the last is one that decides as the package does.</summary>
    /// <param name="when">What goes on meanwhile.</param>
    public void Exchange(PolicyHost host, Random random, string when)
    {
        if (random.Next(3) == 0)
        {
            Load(host, s_other);
            // It is asked as well: what it writes down is its own.
            if (random.Next(2) == 0)
                host.Decide("input", Encoding.UTF8.GetBytes(Request.Replace("SESSION", $"s{random.Next(3)}", StringComparison.Ordinal)));
            Count($"another policy {when}");
        }
        var more = random.Next(2) == 0;
        Count(more ? $"more of the package {when}" : $"the package {when}");
        Load(host, more ? _more : _package);
    }

    private static void Load(PolicyHost host, byte[] bundle) => Assert.Null(host.Load(bundle).Reason);

    private void Count(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;
}
