package campaign

import (
	"sync"
	"sync/atomic"
)

// runEach runs job(0..n-1) on bounded workers, started in order, and returns
// the error of the first job, in order, that failed; after a failure no new
// job starts.
func runEach(n, workers int, progress func(done, total int), job func(i int) error) error {
	errs := make([]error, n)
	var next, done atomic.Int64
	var failed atomic.Bool
	var wg sync.WaitGroup
	var telling sync.Mutex
	for range workers {
		wg.Go(func() {
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[i] = job(i); errs[i] != nil {
					failed.Store(true)
				}
				if d := int(done.Add(1)); progress != nil {
					telling.Lock()
					progress(d, n)
					telling.Unlock()
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// turns lets parallel jobs pass one stage in the order of their numbers.
type turns struct {
	mu   sync.Mutex
	cond *sync.Cond
	next int
}

func newTurns() *turns {
	t := &turns{}
	t.cond = sync.NewCond(&t.mu)
	return t
}

// in waits for the turn of job i, runs f alone, and passes the turn on. Jobs
// must be started in order, else the waiting one is never reached.
func (t *turns) in(i int, f func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for t.next != i {
		t.cond.Wait()
	}
	f()
	t.next++
	t.cond.Broadcast()
}
