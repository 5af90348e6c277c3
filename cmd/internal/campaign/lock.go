package campaign

// lock keeps two runs from writing one campaign folder at the same time.
func (f Folder) lock() (release func(), err error) {
	if err := makeFolder(f.kept()); err != nil {
		return nil, err
	}
	release, busy, err := lockFile(f.lockFile())
	switch {
	case busy:
		return nil, failBusy(f.Root, err)
	case err != nil:
		return nil, saveFailure(f.lockFile(), err)
	}
	return release, nil
}
