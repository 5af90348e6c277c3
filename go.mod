module github.com/xeploai/xeploai

go 1.26
