using OpenTelemetry;

namespace AirsPolicy.OpenTelemetry.Tests.Hosts;

/// <summary>Keeps what is exported.</summary>
/// <param name="kept">What is kept of a record, which may be used again once it is exported.</param>
internal sealed class Exported<T, TKept>(Func<T, TKept> kept) : BaseExporter<T>
    where T : class
{
    private readonly List<TKept> _all = [];

    public IReadOnlyList<TKept> All
    {
        get
        {
            lock (_all)
                return [.. _all];
        }
    }

    public override ExportResult Export(in Batch<T> batch)
    {
        lock (_all)
        {
            foreach (var item in batch)
                _all.Add(kept(item));
        }
        return ExportResult.Success;
    }
}
