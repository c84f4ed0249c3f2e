using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Examples.Counting;

/// <summary>Counts, per word, all its places, the last of them, and how many end in which digit.</summary>
public sealed class WordCounter : KeyedProcessFunction<string, Word, WordCount>
{
    private const int PlacesToRemember = 3;

    private ValueState<long>? _count;
    private ListState<long>? _lastPlaces;
    private MapState<int, long>? _byLastDigit;

    public override void Open()
    {
        _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));
        _lastPlaces = RuntimeContext.GetListState(new ListStateDescriptor<long>("last-places"));
        _byLastDigit = RuntimeContext.GetMapState(new MapStateDescriptor<int, long>("by-last-digit"));
    }

    public override void ProcessElement(Word value, IContext context, ICollector<WordCount> output)
    {
        var count = _count!.Value + 1;
        _count.Update(count);
        long[] places = [.. _lastPlaces!.Get().TakeLast(PlacesToRemember - 1), value.Index];
        _lastPlaces.Update(places);
        var digit = (int)(value.Index % 10);
        _byLastDigit!.Put(digit, _byLastDigit.Get(digit) + 1);
        output.Collect(new WordCount(value.Text, count));
    }
}
