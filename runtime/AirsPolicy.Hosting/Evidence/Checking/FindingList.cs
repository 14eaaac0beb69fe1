using AirsPolicy.Collections;

namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>Findings up to a number; the others are counted.</summary>
internal sealed class FindingList(int most)
{
    private readonly List<EvidenceFinding> _findings = [];

    public ValueList<EvidenceFinding> Findings => _findings.ToValueList();

    public long More { get; private set; }

    public void Add(EvidenceFault fault, long? index, string message)
    {
        if (_findings.Count < most)
            _findings.Add(new EvidenceFinding(fault, index, message));
        else
            More++;
    }
}
