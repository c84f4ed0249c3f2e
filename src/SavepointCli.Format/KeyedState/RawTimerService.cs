using System.Collections.Immutable;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.KeyedState;

/// <summary>The timers of one service in one key group of raw keyed state.</summary>
/// <param name="Name">Name of the service, e.g. <c>user-timers</c>.</param>
/// <param name="KeySerializer">Describes the keys.</param>
/// <param name="NamespaceSerializer">Describes the namespaces.</param>
/// <param name="EventTime">Timers of event time.</param>
/// <param name="ProcessingTime">Timers of processing time.</param>
public sealed record RawTimerService(
    string Name,
    SerializerSnapshot KeySerializer,
    SerializerSnapshot NamespaceSerializer,
    ImmutableArray<RawTimer> EventTime,
    ImmutableArray<RawTimer> ProcessingTime);
