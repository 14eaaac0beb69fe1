using AirsPolicy.Runtime.State.Changes;
using AirsPolicy.Runtime.State.Keys;
using AirsPolicy.Runtime.State.Labels;
using AirsPolicy.Runtime.State.Origins;

namespace AirsPolicy.Runtime.State.Contents;

/// <summary>
/// What has come into sessions: the labels they carry, and their texts where somebody asks for origins. For any number of threads.
/// </summary>
public sealed class SessionContents
{
    /// <summary>Nothing has come into any session.</summary>
    public SessionContents()
        : this(keeping: null)
    {
    }

    internal SessionContents(StateKeeping? keeping)
    {
        Bits = new LabelBits(keeping);
        Origins = new OriginIndex(OriginLimits.Sessions, OriginLimits.AllCharacters, SharedPlaces<bool>.Most, keeping);
        Labels = new CarriedLabels(CarriedLabels.DefaultCarriers, SharedPlaces<ulong>.Most, keeping);
    }

    /// <summary>The bits of labels and of the kinds of origin.</summary>
    public LabelBits Bits { get; }

    /// <summary>In which texts values occur.</summary>
    public OriginIndex Origins { get; }

    /// <summary>Which labels sessions and items of memory carry.</summary>
    public CarriedLabels Labels { get; }

    /// <summary>Takes in what a decision brought that went on.</summary>
    public void Add(RecordedContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Session is not { } session)
        {
            Labels.AddToAll(content.Labels);
            if (content.IsIncomplete || content.Texts.Count > 0)
                Origins.LoseAll();
            return;
        }
        Labels.Add(session, content.Labels);
        var recalled = 0UL;
        if (content.Recalled is { } read)
        {
            recalled = Labels.Read(read);
            Labels.Add(session, recalled);
        }
        if (content.Remembered is { } written)
            Labels.Carry(session, written);
        foreach (var text in content.Texts)
            Origins.Add(session, text.Origins | recalled, text.Text);
        if (content.IsIncomplete)
            Origins.Lose(session);
    }

    /// <summary>Forgets a session that has ended; what was remembered in it stays.</summary>
    public void Forget(in StateKey session)
    {
        Labels.Forget(session);
        Origins.Forget(session);
    }

    /// <summary>Writes everything again.</summary>
    internal void Rewrite()
    {
        Bits.Rewrite();
        Labels.Rewrite();
        Origins.Rewrite();
    }

    /// <summary>Does again what a change of labels has done.</summary>
    internal void Apply(ChangeKind kind, ref ChangeReader change)
    {
        if (kind is ChangeKind.LabelKnown or ChangeKind.LabelNamesWhole)
            Bits.Apply(kind, ref change);
        else
            Labels.Apply(kind, ref change);
    }

    /// <summary>The key of an item of memory, which no session has.</summary>
    public static StateKey ItemOf(ReadOnlySpan<char> key) => new StateKeyWriter().Begin().Add(Memory).Add(key).ToKey();

    private const long Memory = -1;
}
