namespace AirsPolicy.Runtime.State.Changes;

/// <summary>
/// What a change is of: the first byte of its form. Numbers are never given out again, since journals hold them for years.
/// </summary>
internal enum ChangeKind : byte
{
    None = 0,

    AggregateKnown = 1,
    EventCounted = 2,
    ValueCounted = 3,
    KeyFailed = 4,
    AggregateFailed = 5,
    KeyForgotten = 6,
    AggregateForgotten = 7,
    EventsEnded = 8,
    AggregateWhole = 9,

    LimitKnown = 20,
    Drawn = 21,
    SetAside = 22,
    Released = 23,
    LimitForgotten = 24,
    DrawsEnded = 25,
    LimitWhole = 26,
    SetAsideWhole = 27,

    Board = 40,
    ChartChanged = 41,
    ChartChangesWhole = 42,

    BreakerOpened = 60,
    BreakerPassed = 61,
    BreakerClosed = 62,
    BreakerCrowded = 63,
    CrowdedBreakersClosed = 64,
    BreakersWhole = 65,

    Halted = 80,
    HaltCrowded = 81,
    Lifted = 82,
    CrowdedHaltsLifted = 83,
    HaltsWhole = 84,

    Waits = 100,
    Worked = 101,
    Settled = 102,
    WaitingWhole = 103,

    CanaryDecided = 120,
    CanariesWhole = 121,

    LabelKnown = 140,
    Labelled = 141,
    AllLabelled = 142,
    LabelsForgotten = 143,
    LabelsWhole = 144,
    LabelNamesWhole = 145,
    LabelsCrowded = 146,

    TextsBegun = 160,
    AllTextsLost = 161,
    TextsForgotten = 162,
    TextsWhole = 163,
}
